import type { Compatibility } from "../difference.ts";

/** What the compiler says in the same words, and of what: `updateNote, input`. */
export interface Refusal {
  readonly message: string;
  readonly of: readonly string[];
}

/** Each message once, in the order of the operations. */
export function refusals({ problems }: Compatibility): Refusal[] {
  const found = new Map<string, string[]>();
  for (const { operation, side, message } of problems) {
    found.set(message, [...(found.get(message) ?? []), `${operation}, ${side}`]);
  }
  return [...found].map(([message, of]) => ({ message, of }));
}
