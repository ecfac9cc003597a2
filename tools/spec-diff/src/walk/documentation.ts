import { deprecationDays, isObject, type JsonObject } from "@visitors-api/openapi";
import type { OpenApiObject } from "../read/openapi-document.ts";
import type { Kind } from "../rules/index.ts";
import type { Words } from "../rules/rule.ts";
import type { Findings } from "./findings.ts";
import { chainOf, target } from "./reference-object.ts";
import type { Sides } from "./sides.ts";
import { canonical, pairs, spotOf } from "./values.ts";

/** A key under which something is said for readers, and what that is, with its article. */
export type Text = readonly [key: string, name: string];

/** Tells whether a text came, went or reads otherwise. */
export function compareTexts(
  [, name]: Text,
  was: unknown,
  is: unknown,
  found: (kind: Kind, name: string) => void,
): void {
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  found(
    was === undefined
      ? "documentation-added"
      : is === undefined
        ? "documentation-removed"
        : "documentation-changed",
    name,
  );
}

/** Tells whether an object has been deprecated, or is no longer, and what became of the days that were given for it. */
export function compareDeprecation(findings: Findings, subject: string, before: object, after: object): void {
  for (const key of deprecationKeys) {
    const [was, is] = [Reflect.get(before, key), Reflect.get(after, key)];
    compareDeprecationKey(key, was, is, (kind, words) =>
      findings.add(kind, { subject, ...words }, { node: before, key }, { node: after, key }),
    );
  }
}

export const deprecationKeys = ["deprecated", ...deprecationDays] as const;

/** The same for what stands under one key. */
export function compareDeprecationKey(
  key: (typeof deprecationKeys)[number],
  was: unknown,
  is: unknown,
  found: (kind: Kind, words: Pick<Partial<Words>, "name" | "was" | "is">) => void,
): void {
  if (key === "deprecated") {
    if ((was === true) !== (is === true)) found(is ? "deprecated" : "no-longer-deprecated", {});
  } else if (key === "x-deprecated-since") {
    compareTexts([key, "a day of its deprecation"], was, is, (kind, name) => found(kind, { name }));
  } else if (was !== is) {
    const [from, to] = [was, is].map((day) => (day === undefined ? "" : String(day)));
    found("sunset-changed", { was: from ?? "", is: to ?? "" });
  }
}

/** Compares what two objects, or references to some, say for readers. Either may be missing. */
export function compareDocumentation(
  documents: Pick<Sides, "before" | "after">,
  findings: Findings,
  subject: string,
  before: object | undefined,
  after: object | undefined,
  texts: readonly Text[],
): void {
  if (!before || !after) return;
  const [chain, otherChain] = [chainOf(documents.before, before), chainOf(documents.after, after)];
  for (const text of texts) {
    const [key] = text;
    const [node, other] = [holder(chain, key), holder(otherChain, key)];
    if (!node || !other) continue;
    compareTexts(text, Reflect.get(node, key), Reflect.get(other, key), (kind, name) =>
      findings.add(kind, { subject, name }, { node, key }, { node: other, key }),
    );
  }
}

/** What says something under a key: the first that has it, or else the last. */
export function holder(chain: readonly unknown[], key: string): object | undefined {
  const objects = chain.filter((node) => typeof node === "object" && node !== null);
  return objects.find((node) => Object.hasOwn(node, key)) ?? objects.at(-1);
}

/** Compares `example` and each of the named `examples`. */
export function compareExamples(
  findings: Findings,
  subject: string,
  [before, after]: readonly [object, object],
  [was, is]: readonly [OpenApiObject, OpenApiObject],
): void {
  compareDocumentation({ before: was, after: is }, findings, subject, before, after, [
    ["example", "an example"],
  ]);
  for (const example of pairs(namedExamples(before), namedExamples(after))) {
    const name = `an example \`${example.key}\``;
    const texts = [
      example.before && canonical(was, example.before),
      example.after && canonical(is, example.after),
    ];
    if (texts[0] === texts[1]) continue;
    compareTexts(["examples", name], texts[0], texts[1], (kind) =>
      findings.add(
        kind,
        { subject, name },
        example.before && { node: target(was, example.before) },
        example.after && { node: target(is, example.after) },
      ),
    );
  }
}

/** By their names; some may be references. */
function namedExamples(owner: object): ReadonlyMap<string, JsonObject> {
  const examples: unknown = Reflect.get(owner, "examples");
  const named = isObject(examples) ? Object.entries(examples) : [];
  return new Map(named.flatMap(([name, example]) => (isObject(example) ? [[name, example] as const] : [])));
}

/** Compares two maps of what readers alone see, such as callbacks, as wholes. */
export function compareWholes(
  findings: Findings,
  subject: string,
  what: string,
  [before, after]: readonly [object | undefined, object | undefined],
  [was, is]: readonly [OpenApiObject, OpenApiObject],
): void {
  const [own, other] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  for (const { key, ...pair } of pairs(own, other)) {
    const [text, otherText] = [
      own.has(key) && canonical(was, pair.before),
      other.has(key) && canonical(is, pair.after),
    ];
    if (text === otherText || key.startsWith("x-")) continue;
    const name = `${what} \`${key}\``;
    const kind = !own.has(key)
      ? "documentation-added"
      : !other.has(key)
        ? "documentation-removed"
        : "documentation-changed";
    findings.add(
      kind,
      { subject, name },
      before && own.has(key) ? spotOf(before, key) : undefined,
      after && other.has(key) ? spotOf(after, key) : undefined,
    );
  }
}
