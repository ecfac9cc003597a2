import type { CallPromise, Client, Visitor, WithResponse } from "../../src/index.ts";

export async function withResponse(client: Client): Promise<void> {
  const call = client.updateVisitor({ id: "1" });
  call satisfies CallPromise<Visitor>;
  // A method's promise is a promise like any other.
  call satisfies Promise<Visitor>;
  (await call) satisfies Visitor;
  await Promise.all([call, call.finally(() => {})]);

  const { data, response, requestId } = await call.withResponse();
  data satisfies Visitor;
  response satisfies Response;
  requestId satisfies string | undefined;
  (await call.withResponse()) satisfies WithResponse<Visitor>;

  // @ts-expect-error The data are not the response.
  data.headers;
  // @ts-expect-error The verbs return the response beside the data.
  client.PUT("/visitors", { body: { id: "1" } }).withResponse();
}
