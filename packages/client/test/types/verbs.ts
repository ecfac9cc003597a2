import type { Client, ErrorList, Visitor } from "../../src/index.ts";

export async function verbs(client: Client): Promise<void> {
  const { data, error, response } = await client.PUT("/visitors", { body: { id: "1", name: "x" } });
  const status: number = response.status;
  if (data) {
    const visitor: Visitor = data;
    const nothing: undefined = error;
    void [visitor, nothing];
  } else {
    const list: ErrorList = error;
    void list;
  }
  void status;

  await client.PUT("/visitors", {
    body: { user_id: "1" },
    params: { header: { "Intercom-Version": "2.9" } },
  });
  await client.PUT("/visitors", {
    body: { id: "1" },
    signal: AbortSignal.timeout(1000),
    retries: 0,
    timeout: 100,
  });

  // @ts-expect-error It has to say which visitor.
  await client.PUT("/visitors", { body: { name: "x" } });
  // @ts-expect-error The body cannot be left out.
  await client.PUT("/visitors");
  // @ts-expect-error There is no such path.
  await client.PUT("/not-a-path", { body: { id: "1" } });
  // @ts-expect-error The path has no such method.
  await client.OPTIONS("/visitors");
  // @ts-expect-error Not a version of the API.
  await client.PUT("/visitors", { body: { id: "1" }, params: { header: { "Intercom-Version": "none" } } });
}
