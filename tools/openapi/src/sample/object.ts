import { isObject } from "../json.ts";
import { type Attempt, isOver, type Made, type Make, own, type Parts } from "./applied.ts";
import type { Choose } from "./choices.ts";
import { hasExample } from "./documented.ts";
import { excludedValues, highest, lowest, said } from "./parts.ts";
import { Properties } from "./properties.ts";
import { wholeBetween } from "./random.ts";

/** How many properties are tried to be left out or to be another than usual. */
const mostChanged = 8;
/** How often a property is there that need not be, and how many there are of those without a name, by chance. */
const shareOfOptional = 0.75;
const mostOthers = 3;

/**
 * Makes an object: the properties that it has to have, and of those that it may have all in a response, and in a request
 * those with an example; by chance any of them.
 *
 * @param depth How deep it stands.
 */
export function makeObject(parts: Parts, choose: Choose, attempt: Attempt, depth: number, make: Make): Made {
  const properties = new Properties(parts, attempt);
  const { required } = properties;
  const names = chooseNames(parts, properties, attempt, depth);
  const entries = new Map<string, Made>();
  const changed = choose(1 + 2 * Math.min(names.length, mostChanged));
  for (const [index, name] of names.entries()) {
    if (isOver(attempt)) break;
    const isOptional = !required.has(name);
    if (isOptional && changed === 2 * index + 1) continue;
    let made = make(properties.about(name));
    if (made.isValid && changed === 2 * index + 2) {
      const others = excludedValues(parts).flatMap((value) => (isObject(value) ? [value[name]] : []));
      made = make([...properties.about(name), own({ not: { enum: [made.value, ...others] } })]);
    }
    if (made.isValid || !isOptional) entries.set(name, made);
  }
  addOthers(entries, parts, properties, attempt, depth, make);

  const all = [...entries].filter(([, { value }]) => value !== undefined);
  return {
    value: Object.fromEntries(all.map(([name, { value }]) => [name, value])),
    isValid:
      [...required].every((name) => entries.get(name)?.isValid) &&
      all.length >= highest(parts, "minProperties"),
    size: all.reduce((sum, [name, { size }]) => sum + name.length + size + 4, 2),
  };
}

/** The names of the described properties to show, in the order of the description. */
function chooseNames(
  parts: Parts,
  properties: Properties,
  { direction, schemas, isValid, random, depth: deepest }: Attempt,
  depth: number,
): string[] {
  const { described, required } = properties;
  const isNamed = (name: string) =>
    said(parts, "propertyNames").every((schema) => isValid?.(schema, name) ?? true);
  const optional = properties.possible.filter((name) => !required.has(name) && isNamed(name));
  let wanted = optional;
  if (random) wanted = optional.filter(() => random() < shareOfOptional);
  else if (direction === "request") {
    const exemplified = optional.filter((name) =>
      properties.about(name).some(({ schema }) => hasExample(schema, schemas)),
    );
    // One in which nothing is required and nothing has an example would show nothing.
    if (required.size + exemplified.length > 0) wanted = exemplified;
  }
  if (depth >= deepest) wanted = [];
  const least = highest(parts, "minProperties", 0) - required.size;
  const most = lowest(parts, "maxProperties") - required.size;
  const count = Math.max(0, Math.min(most, Math.max(wanted.length, least)));
  const shown = new Set([...required, ...[...new Set([...wanted, ...optional])].slice(0, count)]);
  return [...new Set([...described, ...required])].filter((name) => shown.has(name));
}

/** Adds properties that are not described by name: those that there have to be, and one to show what they are like. */
function addOthers(
  entries: Map<string, Made>,
  parts: Parts,
  properties: Properties,
  attempt: Attempt,
  depth: number,
  make: Make,
): void {
  const { direction, random, depth: deepest } = attempt;
  const { patterns } = properties;
  const isMap =
    patterns.length > 0 || said(parts, "additionalProperties").some((schema) => typeof schema === "object");
  const isShown = isMap && direction === "response" && depth < deepest && lowest(parts, "maxProperties") > 0;
  const some = random ? entries.size + wholeBetween(0, mostOthers, random) : Number(entries.size === 0);
  const shown = Math.min(some, lowest(parts, "maxProperties"));
  const least = highest(parts, "minProperties", isShown ? shown : 0);
  const names = parts.flatMap(({ schema: { propertyNames: schema }, path }) =>
    schema === undefined ? [] : [{ schema, path }],
  );
  const ways = [...patterns.map((pattern) => [own({ pattern })]), []];
  for (let number = 1; entries.size < least && number <= least * ways.length; number++) {
    if (isOver(attempt)) return;
    const like = ways[(number - 1) % ways.length] ?? [];
    const usual = own({ type: "string" as const, examples: [`property${number}`] });
    const unlike = entries.size > 0 ? [own({ not: { enum: [...entries.keys()] } })] : [];
    const { value: name, isValid } = make([usual, ...unlike, ...names, ...like]);
    if (!isValid || typeof name !== "string") continue;
    const made = make(properties.about(name));
    if (made.isValid) entries.set(name, made);
  }
}
