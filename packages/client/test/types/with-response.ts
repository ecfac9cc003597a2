import type { CallPromise, WithResponse } from "../../src/index.ts";
import type { Client, Note } from "../notes/generated/index.ts";

export async function withResponse(client: Client): Promise<void> {
  const call = client.updateNote({ id: "1" });
  call satisfies CallPromise<Note>;
  // A method's promise is a promise like any other.
  call satisfies Promise<Note>;
  (await call) satisfies Note;
  await Promise.all([call, call.finally(() => {})]);

  const { data, response, requestId } = await call.withResponse();
  data satisfies Note;
  response satisfies Response;
  requestId satisfies string | undefined;
  (await call.withResponse()) satisfies WithResponse<Note>;

  // @ts-expect-error The data are not the response.
  data.headers;
  // @ts-expect-error The verbs return the response beside the data.
  client.PUT("/notes", { body: { id: "1" } }).withResponse();
}
