import type { Announced } from "./announced.ts";
import { type Change, type Verdict, verdicts } from "./difference.ts";
import { locator, withoutIndex } from "./locate.ts";
import type { Versions } from "./read/read.ts";
import { type Kind, rules } from "./rules/index.ts";
import type { Direction, Rule, Words } from "./rules/rule.ts";
import type { Finding, Spot } from "./walk/findings.ts";
import type { Walked } from "./walk/sides.ts";

/** What was found in one place, however many operations and directions it was found for. */
interface Merged {
  readonly kind: Kind;
  readonly finding: Finding;
  readonly subjects: Set<string>;
  readonly directions: Set<Direction>;
  readonly operations: Set<string>;
}

/**
 * Judges what was found, each thing once, from the strictest verdict on.
 *
 * @param announced What is gone as users had been told: they have nothing left to change.
 */
export function classify(walked: readonly Walked[], versions: Versions, announced: Announced): Change[] {
  const locate = locator(versions);
  const changes = merge(walked).map(({ kind, finding, subjects, directions, operations }): Change => {
    const { verdict, rule } = judge(kind, directions);
    const day = finding.after ? undefined : announced.get(Object(finding.before?.node));
    const subject = together([...subjects]);
    const words: Words = {
      name: "",
      was: "",
      is: "",
      why: "",
      ...finding.words,
      subject,
      where:
        directions.size === 2
          ? "requests and responses"
          : directions.has("request")
            ? "requests"
            : "responses",
    };
    const { pointer, ...places } = locate(finding, operations);
    const sentence = capitalize(rules[kind].say(words));
    return {
      verdict: day === undefined ? verdict : "additive",
      summary: day === undefined ? sentence : `${sentence} That was announced for ${day}.`,
      subject,
      name: words.name,
      rule,
      // Several values of a discriminator have one place.
      id: kind.startsWith("discriminator-value") ? `${rule} ${pointer} ${words.name}` : `${rule} ${pointer}`,
      ...places,
      identity: JSON.stringify([
        kind,
        [words.name, words.was, words.is],
        [withoutIndex(places.before?.pointer), withoutIndex(places.after?.pointer)],
      ]),
      operations: [...operations],
    };
  });
  return changes.sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict));
}

function merge(walked: readonly Walked[]): Merged[] {
  const numbers = new Map<object, number>();
  const number = (node: object): number => {
    const known = numbers.get(node) ?? numbers.size;
    numbers.set(node, known);
    return known;
  };
  const keyOf = (spot: Spot | undefined): string => (spot ? `${number(spot.node)} ${spot.key ?? ""}` : "");

  const found = new Map<string, Merged>();
  for (const { operations, findings } of walked) {
    for (const finding of findings.all()) {
      const { kind, words, before, after, direction } = finding;
      const key = JSON.stringify([kind, words.name, words.was, words.is, keyOf(before), keyOf(after)]);
      const merged = found.get(key) ?? {
        kind,
        finding,
        subjects: new Set(),
        directions: new Set(),
        operations: new Set(),
      };
      found.set(key, merged);
      merged.subjects.add(words.subject);
      if (direction) merged.directions.add(direction);
      for (const operation of operations) merged.operations.add(operation);
    }
  }
  return [...found.values()];
}

/** The rule is named after the direction that decides, where one does. */
function judge(kind: Kind, directions: ReadonlySet<Direction>): { verdict: Verdict; rule: string } {
  const { verdict }: Rule = rules[kind];
  if (typeof verdict === "string") return { verdict, rule: kind };
  const [first, ...rest] = [...directions].map((direction) => ({
    verdict: verdict[direction],
    rule: `${direction}-${kind}`,
  }));
  if (!first) throw new Error(`It was not said whether ${kind} was found in a request or in a response.`);
  return rest.reduce(
    (strictest, other) =>
      verdicts.indexOf(other.verdict) < verdicts.indexOf(strictest.verdict) ? other : strictest,
    first,
  );
}

/** One subject, whatever else is it too: a sentence speaks of one. */
function together([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} (and ${others.join(", ")})`;
}

function capitalize(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
