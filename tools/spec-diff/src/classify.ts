import type { Announced } from "./announced.ts";
import { type Change, type Place, type Verdict, verdicts } from "./difference.ts";
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

export type PlaceOfSpot = (spot: Spot) => Place | undefined;

/**
 * Judges what was found, each thing once, from the strictest verdict on.
 *
 * @param announced What is gone as users had been told: they have nothing left to change.
 */
export function classify(
  walked: readonly Walked[],
  before: PlaceOfSpot,
  after: PlaceOfSpot,
  announced: Announced,
): Change[] {
  const changes = merge(walked).map(({ kind, finding, subjects, directions, operations }): Change => {
    const { verdict, rule } = judge(kind, directions);
    const day = finding.after ? undefined : announced.get(Object(finding.before?.node));
    const words: Words = {
      name: "",
      was: "",
      is: "",
      ...finding.words,
      subject: together([...subjects]),
      where:
        directions.size === 2
          ? "requests and responses"
          : directions.has("request")
            ? "requests"
            : "responses",
    };
    const places = {
      before: finding.before && before(finding.before),
      after: finding.after && after(finding.after),
    };
    const sentence = capitalize(rules[kind].say(words));
    return {
      verdict: day === undefined ? verdict : "additive",
      summary: day === undefined ? sentence : `${sentence} That was announced for ${day}.`,
      rule,
      ...places,
      identity: JSON.stringify([
        kind,
        [words.name, words.was, words.is],
        [anchor(places.before), anchor(places.after)],
      ]),
      operations: [...operations],
    };
  });
  return changes.sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict));
}

/** A value of a list is known by what it is: its place moves with those before it. */
function anchor(place: Place | undefined): string | undefined {
  return place?.pointer.replace(/(?<=\/(enum|required))\/\d+$/, "");
}

function merge(walked: readonly Walked[]): Merged[] {
  const numbers = new Map<object, number>();
  const number = (node: object): number => {
    const known = numbers.get(node) ?? numbers.size;
    numbers.set(node, known);
    return known;
  };
  const identify = (spot: Spot | undefined): string => (spot ? `${number(spot.node)} ${spot.key ?? ""}` : "");

  const found = new Map<string, Merged>();
  for (const { operations, findings } of walked) {
    for (const finding of findings.all()) {
      const { kind, words, before, after, direction } = finding;
      const key = JSON.stringify([kind, words.name, words.was, words.is, identify(before), identify(after)]);
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
