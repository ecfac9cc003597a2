/** A description of nothing but these paths. */
export function described(paths: object, more: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Some API", version: "1.0.0" },
    servers: [{ url: "https://api.example" }],
    paths,
    ...more,
  };
}
