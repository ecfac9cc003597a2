import type { Client, UpdateNoteRequest } from "../notes/generated/index.ts";

export async function inputs(client: Client): Promise<void> {
  await client.updateNote({ id: "1" });
  await client.updateNote({ slug: "1" });
  await client.updateNote({ id: "1", slug: "1", name: "x", labels: {} });
  await client.updateNote({ id: "1", labels: { paid: true, spend: 155.5, stage: "invited" } });

  // @ts-expect-error It has to say which note.
  await client.updateNote({ name: "x" });
  // @ts-expect-error It has to say which note.
  await client.updateNote({});
  // @ts-expect-error The input cannot be left out.
  await client.updateNote();
  // @ts-expect-error An id is a string.
  await client.updateNote({ id: 1 });
  // @ts-expect-error An id is not null.
  await client.updateNote({ id: null });
  // @ts-expect-error A name that is given is a string.
  await client.updateNote({ id: "1", name: undefined });
  // @ts-expect-error A name is not null here, though it may be in an answer.
  await client.updateNote({ id: "1", name: null });
  // @ts-expect-error An attribute is no list.
  await client.updateNote({ id: "1", labels: { tags: ["a"] } });
  // @ts-expect-error An attribute is no object.
  await client.updateNote({ id: "1", labels: { nested: { a: 1 } } });
  // @ts-expect-error An attribute is not null.
  await client.updateNote({ id: "1", labels: { stage: null } });
  // @ts-expect-error A property that is misspelled.
  await client.updateNote({ id: "1", nmae: "x" });

  const request: UpdateNoteRequest = { slug: "1", name: "x" };
  await client.updateNote(request);
}

export async function unknownOperation(client: Client): Promise<void> {
  // @ts-expect-error There is no such operation.
  await client.notAnOperation({ id: "1" });
}
