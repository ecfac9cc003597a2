import type { ParameterStyle, Step } from "./description.ts";

/** Writes the header parameters that are objects or have `content`: of what they are, `String` would lose everything. */
export const headerParameters: Step = ({ styles }, { headers, params }) => {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...headers, ...params?.["header"] })) {
    const style = styles?.header?.[name.toLowerCase()];
    if (style && value !== undefined && value !== null) written[name] = write(value, style);
  }
  return { lastHeaders: written };
};

/** The style `simple` is the only one that headers have (OpenAPI 3.1 § 4.8.12.2), and nothing in it is encoded. */
function write(value: unknown, [style, explode]: ParameterStyle): string {
  // A header may hold ASCII only, and JSON can be written in it.
  if (style === "json") return JSON.stringify(value).replaceAll(/[^ -~]/g, escapeInJson);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return String(value);
  const properties = Object.entries(value).filter(([, property]) => property !== undefined);
  return properties.map((property) => property.join(explode ? "=" : ",")).join(",");
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
