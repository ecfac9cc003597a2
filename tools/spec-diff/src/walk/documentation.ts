import { isObject, resolve } from "@visitors-api/openapi";
import type { OpenApiObject } from "../read/openapi-document.ts";
import type { Kind } from "../rules/index.ts";
import type { Findings } from "./findings.ts";
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

/** Tells whether an object has been deprecated, or is no longer. */
export function compareDeprecation(findings: Findings, subject: string, before: object, after: object): void {
  const [was, is] = [before, after].map((node) => Reflect.get(node, "deprecated") === true);
  if (was === is) return;
  const key = "deprecated";
  const kind = is ? "deprecated" : "no-longer-deprecated";
  findings.add(kind, { subject }, { node: before, key }, { node: after, key });
}

/** Compares what two objects say for readers. Either may be missing. */
export function compareDocumentation(
  findings: Findings,
  subject: string,
  before: object | undefined,
  after: object | undefined,
  texts: readonly Text[],
): void {
  if (!before || !after) return;
  for (const text of texts) {
    const [key] = text;
    compareTexts(text, Reflect.get(before, key), Reflect.get(after, key), (kind, name) =>
      findings.add(kind, { subject, name }, { node: before, key }, { node: after, key }),
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
  compareDocumentation(findings, subject, before, after, [["example", "an example"]]);
  for (const example of pairs(namedExamples(was, before), namedExamples(is, after))) {
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
        example.before && { node: example.before },
        example.after && { node: example.after },
      ),
    );
  }
}

function namedExamples(document: OpenApiObject, owner: object): ReadonlyMap<string, object> {
  const examples: unknown = Reflect.get(owner, "examples");
  if (!isObject(examples)) return new Map();
  return new Map(
    Object.entries(examples).flatMap(([name, example]) =>
      isObject(example) ? [[name, resolve<object>(document, example)] as const] : [],
    ),
  );
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
