import type { Client, Visitor } from "../../src/index.ts";

/** Compiles when both types are the same one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const isVisitor: Same<Awaited<ReturnType<Client["updateVisitor"]>>, Visitor> = true;

export async function results(client: Client): Promise<void> {
  const visitor = await client.updateVisitor({ id: "1" });
  const name: string | null | undefined = visitor.name;
  const created: number | undefined = visitor.created_at;
  const plan: string | undefined = visitor.companies?.companies?.[0]?.plan?.name;
  const stage: string | number | boolean | undefined = visitor.custom_attributes?.["stage"];
  void [name, created, plan, stage];

  // @ts-expect-error An answer may leave a property out, or say null.
  const certain: string = visitor.name;
  // @ts-expect-error Unix seconds, not a Date.
  const date: Date | undefined = visitor.created_at;
  // @ts-expect-error The list may be empty.
  const first: string = visitor.companies?.companies?.[0].name;
  void [certain, date, first];
  // @ts-expect-error Not a property that is described.
  void visitor.not_a_property;
}
