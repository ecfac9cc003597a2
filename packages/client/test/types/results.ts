import type { Client, Note } from "../notes/generated/index.ts";

/** Compiles when both types are the same one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const isNote: Same<Awaited<ReturnType<Client["updateNote"]>>, Note> = true;

export async function results(client: Client): Promise<void> {
  const note = await client.updateNote({ id: "1" });
  const name: string | null | undefined = note.name;
  const pinned: number | null | undefined = note.pinned_at;
  const tag: string | undefined = note.tags?.tags?.[0]?.id;
  const stage: string | number | boolean | undefined = note.labels?.["stage"];
  void [name, pinned, tag, stage];

  // @ts-expect-error An answer may leave a property out, or say null.
  const certain: string = note.name;
  // @ts-expect-error Unix seconds, not a Date.
  const date: Date | null | undefined = note.pinned_at;
  // @ts-expect-error The list may be empty.
  const first: string = note.tags?.tags?.[0].id;
  void [certain, date, first];
  // @ts-expect-error Not a property that is described.
  void note.not_a_property;
}
