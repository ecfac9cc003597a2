import type { OpenApiObject } from "../../read/openapi-document.ts";
import { targetIfAny } from "../reference-object.ts";

/**
 * Knows what stands in two descriptions in the same words, and refers to nothing else than that. Most schemas do, and there is
 * nothing to compare in them.
 */
export class Unchanged {
  readonly #before: OpenApiObject;
  readonly #after: OpenApiObject;
  readonly #known = new WeakMap<object, WeakMap<object, boolean>>();

  constructor(before: OpenApiObject, after: OpenApiObject) {
    this.#before = before;
    this.#after = after;
  }

  has(before: unknown, after: unknown): boolean {
    // In another version of OpenAPI the same words may mean something else.
    if (this.#before.openapi.slice(0, 3) !== this.#after.openapi.slice(0, 3)) return false;
    const assumed: [object, object][] = [];
    const isSame = this.#isSame(before, after, assumed);
    if (!isSame) for (const [was, is] of assumed) this.#forget(was, is);
    return isSame;
  }

  /** @param assumed Takes the pairs that are taken to be the same meanwhile, as they may lead back to themselves. */
  #isSame(was: unknown, is: unknown, assumed: [object, object][]): boolean {
    if (typeof was !== "object" || typeof is !== "object" || !was || !is) return was === is;
    const known = this.#known.get(was) ?? new WeakMap<object, boolean>();
    this.#known.set(was, known);
    const answer = known.get(is);
    if (answer !== undefined) return answer;
    known.set(is, true);
    assumed.push([was, is]);
    const isSame = this.#hasSameFields(was, is, assumed);
    if (!isSame) known.set(is, false);
    return isSame;
  }

  #hasSameFields(was: object, is: object, assumed: [object, object][]): boolean {
    const keys = Object.keys(was);
    return (
      Array.isArray(was) === Array.isArray(is) &&
      keys.length === Object.keys(is).length &&
      keys.every(
        (key) => Object.hasOwn(is, key) && this.#isSame(Reflect.get(was, key), Reflect.get(is, key), assumed),
      ) &&
      this.#isSame(targetIfAny(this.#before, was), targetIfAny(this.#after, is), assumed)
    );
  }

  /** What something else differs from after all was only assumed. That two differ is never. */
  #forget(was: object, is: object): void {
    const known = this.#known.get(was);
    if (known?.get(is)) known.delete(is);
  }
}
