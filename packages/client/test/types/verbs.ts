import type { Client, ErrorList, Note } from "../notes/generated/index.ts";

export async function verbs(client: Client): Promise<void> {
  const { data, error, response } = await client.PUT("/notes", { body: { id: "1", name: "x" } });
  const status: number = response.status;
  if (data) {
    const note: Note = data;
    const nothing: undefined = error;
    void [note, nothing];
  } else {
    const list: ErrorList = error;
    void list;
  }
  void status;

  await client.PUT("/notes", {
    body: { slug: "1" },
    params: { header: { "Notes-Version": "1.1" } },
  });
  await client.PUT("/notes", {
    body: { id: "1" },
    signal: AbortSignal.timeout(1000),
    retries: 0,
    timeout: 100,
  });

  // @ts-expect-error It has to say which note.
  await client.PUT("/notes", { body: { name: "x" } });
  // @ts-expect-error The body cannot be left out.
  await client.PUT("/notes");
  // @ts-expect-error There is no such path.
  await client.PUT("/not-a-path", { body: { id: "1" } });
  // @ts-expect-error The path has no such method.
  await client.OPTIONS("/notes");
  // @ts-expect-error Not a version of the API.
  await client.PUT("/notes", { body: { id: "1" }, params: { header: { "Notes-Version": "none" } } });
}
