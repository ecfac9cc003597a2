import { limits } from "./limits.ts";

/** A part of a long page, and what stands there instead when there is no room for it. */
export type Part = { readonly whole: string; readonly cut: string };

/** As much of a page as there is room for: each part is whole, unless those before it and what is left of the others take too much. */
export function fitted(parts: readonly Part[], limit: number = limits.page): string[] {
  let room = limit - parts.reduce((sum, { cut }) => sum + Buffer.byteLength(cut), 0);
  return parts.map(({ whole, cut }) => {
    const more = Buffer.byteLength(whole) - Buffer.byteLength(cut);
    if (more > room) return cut;
    room -= more;
    return whole;
  });
}
