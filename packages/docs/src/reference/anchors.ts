import { createHash } from "node:crypto";

/**
 * The anchors of a page. They are made of names, so that they stay what they are when something is added to the
 * description.
 */
export class Anchors {
  readonly #taken = new Set<string>();
  readonly #outer: Anchors | undefined;

  /** @param outer anchors that are taken on the same page already. */
  constructor(outer?: Anchors) {
    this.#outer = outer;
  }

  /** The anchor itself, or with a number after it when something else on the page has it. */
  take(anchor: string): string {
    let candidate = anchor;
    for (let count = 2; this.has(candidate); count += 1) candidate = `${anchor}-${count}`;
    this.#taken.add(candidate);
    return candidate;
  }

  /** Takes those that others have taken beside them. */
  adopt({ taken }: { readonly taken: Iterable<string> }): void {
    for (const anchor of taken) this.#taken.add(anchor);
  }

  get taken(): Iterable<string> {
    return this.#taken;
  }

  /** Whether something on the page has it. */
  has(anchor: string): boolean {
    return this.#taken.has(anchor) || this.#outer?.has(anchor) === true;
  }
}

/**
 * A name as part of an anchor. A name with anything but letters, digits, `_` and `-` in it keeps what it has of those,
 * and gets a digest, because `a b` and `a.b` would be the same otherwise.
 */
export function anchorPart(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
  if (plain === name && name !== "" && name.length <= 80) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return plain === "" ? digest : `${plain.slice(0, 60)}-${digest}`;
}
