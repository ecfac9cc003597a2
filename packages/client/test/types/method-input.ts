import type { Client, UpdateVisitorRequest } from "../../src/index.ts";

export async function inputs(client: Client): Promise<void> {
  await client.updateVisitor({ id: "1" });
  await client.updateVisitor({ user_id: "1" });
  await client.updateVisitor({ id: "1", user_id: "1", name: "x", custom_attributes: {} });
  await client.updateVisitor({ id: "1", custom_attributes: { paid: true, spend: 155.5, stage: "invited" } });

  // @ts-expect-error It has to say which visitor.
  await client.updateVisitor({ name: "x" });
  // @ts-expect-error It has to say which visitor.
  await client.updateVisitor({});
  // @ts-expect-error The input cannot be left out.
  await client.updateVisitor();
  // @ts-expect-error An id is a string.
  await client.updateVisitor({ id: 1 });
  // @ts-expect-error An id is not null.
  await client.updateVisitor({ id: null });
  // @ts-expect-error A name that is given is a string.
  await client.updateVisitor({ id: "1", name: undefined });
  // @ts-expect-error A name is not null here, though it may be in an answer.
  await client.updateVisitor({ id: "1", name: null });
  // @ts-expect-error An attribute is no list.
  await client.updateVisitor({ id: "1", custom_attributes: { tags: ["a"] } });
  // @ts-expect-error An attribute is no object.
  await client.updateVisitor({ id: "1", custom_attributes: { nested: { a: 1 } } });
  // @ts-expect-error An attribute is not null.
  await client.updateVisitor({ id: "1", custom_attributes: { stage: null } });
  // @ts-expect-error A property that is misspelled.
  await client.updateVisitor({ id: "1", nmae: "x" });

  const request: UpdateVisitorRequest = { user_id: "1", name: "x" };
  await client.updateVisitor(request);
}

export async function unknownOperation(client: Client): Promise<void> {
  // @ts-expect-error There is no such operation.
  await client.notAnOperation({ id: "1" });
}
