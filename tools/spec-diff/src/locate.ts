import { type Place, placeAt } from "@visitors-api/codegen/load";
import { pointerKeys } from "@visitors-api/openapi";
import { Pointers } from "./pointers.ts";
import type { Versions } from "./read/read.ts";
import type { Finding, Spot } from "./walk/findings.ts";
import { nameOperations } from "./walk/named-operation.ts";

/** Where something was found. */
export interface Located {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** In what the description became: `after`, or what is left around what was removed. */
  readonly at: Place | undefined;
  /**
   * The longer of the pointers in both, which says more, and of a value in a list the value. It has no `#` before it, with which a
   * comment of YAML would begin.
   */
  readonly pointer: string;
}

/** @returns What tells where something was found that these operations have. */
export function locator({ before, after }: Versions) {
  const sides = { before: new Pointers(before.document), after: new Pointers(after.document) };
  const operations = new Map(nameOperations(after).map(({ label, operation }) => [label, operation]));

  const near = (pointer: string | undefined, label: string | undefined): Place | undefined => {
    if (pointer === undefined) return undefined;
    const [root, path = ""] = pointerKeys(pointer);
    const operation = label === undefined ? undefined : operations.get(label);
    // A path that has another name now has nothing left under the old one.
    const isMoved = root === "paths" && operation && !Object.hasOwn(after.document.paths ?? {}, path);
    return isMoved ? after.placeOf(operation) : placeAt(after.document, pointer, after.placeOf);
  };

  return (finding: Finding, labels: ReadonlySet<string>): Located => {
    const [from, to] = [finding.before, finding.after];
    const [was, is] = [from && sides.before.of(from), to && sides.after.of(to)];
    const place = to && after.placeOf(to.node, to.key);
    const isAfter = (is?.length ?? 0) > (was?.length ?? 0);
    return {
      before: from && before.placeOf(from.node, from.key),
      after: place,
      at: place ?? near(was, [...labels][0]),
      pointer: (isAfter ? nameInList(is, to) : nameInList(was, from))?.replace(/^#/, "") ?? "",
    };
  };
}

/** A value of a list is known by what it is: its place moves with those before it. */
export function withoutIndex(pointer: string | undefined): string | undefined {
  return pointer?.replace(/(?<=\/(enum|required))\/\d+$/, "");
}

function nameInList(pointer: string | undefined, spot: Spot | undefined): string | undefined {
  const list = withoutIndex(pointer);
  if (list === pointer || !spot || spot.key === undefined) return pointer;
  const value: unknown = Reflect.get(spot.node, spot.key);
  return `${list} ${typeof value === "string" ? value : JSON.stringify(value)}`;
}
