import { patternFlags } from "../schema-object/patterns.ts";
import type { Parts } from "./applied.ts";
import { textOfFormat } from "./formats.ts";
import { excluded, highest, lowest, said } from "./parts.ts";
import { matching } from "./pattern.ts";
import { type Random, words } from "./random.ts";
import { randomTextOfFormat } from "./random-formats.ts";

/** Longer ones are not made, even if a schema asks for them. */
const longest = 10_000;
const mostVariants = 40;
const mostByChance = 4;

/** Says whether a string is as long as it has to be, and matches what it has to. */
export function fittingStrings(parts: Parts): (text: string) => boolean {
  const least = highest(parts, "minLength");
  const most = lowest(parts, "maxLength");
  const patterns = said(parts, "pattern").flatMap(expression);
  const excludedPatterns = excluded(parts, "pattern").flatMap(expression);
  return (text) => {
    const { length } = [...text];
    return (
      length >= least &&
      length <= most &&
      patterns.every((pattern) => pattern.test(text)) &&
      !excludedPatterns.some((pattern) => pattern.test(text))
    );
  };
}

/** Strings that may fit, those that say what they are first, or some by chance before them. */
export function* strings(parts: Parts, random?: Random): Generator<string> {
  const least = highest(parts, "minLength", 0);
  const most = lowest(parts, "maxLength");
  if (least > Math.min(most, longest)) return;
  if (random) yield* stringsByChance(parts, least, most, random);
  const [format] = said(parts, "format").flatMap((name) => textOfFormat(name));
  const [encoded] = said(parts, "contentEncoding").flatMap((name) => textOfFormat(name));
  const text = encoded ?? format;
  if (text !== undefined) for (let number = 1; number < mostVariants; number++) yield numbered(text, number);
  yield "string".padEnd(least, "string").slice(0, most);
  const patterns = said(parts, "pattern").flatMap(expression);
  for (const pattern of patterns) yield* matching(pattern, least, most);
  for (let number = 2; number < mostVariants; number++) {
    const digits = number.toString(36);
    const text = `string${digits}`.padStart(least, "string");
    yield text.slice(Math.max(0, text.length - most));
    yield `${digits}string`.padEnd(least, "string").slice(0, most);
  }
}

function* stringsByChance(parts: Parts, least: number, most: number, random: Random): Generator<string> {
  const names = [...said(parts, "contentEncoding"), ...said(parts, "format")];
  const patterns = said(parts, "pattern").flatMap(expression);
  for (let count = 0; count < mostByChance; count++) {
    const [text] = names.flatMap((name) => randomTextOfFormat(name, random));
    if (text !== undefined) yield text;
    else if (patterns.length === 0) yield words(least, most, random);
    for (const pattern of patterns) yield* matching(pattern, least, most, random);
  }
}

/** One of several texts of the same kind: a number that is in it is another, or one is put into it. */
function numbered(text: string, number: number): string {
  if (number === 1) return text;
  return /\d/.test(text)
    ? text.replace(/\d+(?=\D*$)/, (digits) => String(number).padStart(digits.length, "0"))
    : text.replace(/(?=[@.])|$/, String(number));
}

function expression(pattern: string): RegExp[] {
  const flags = patternFlags(pattern);
  return flags === undefined ? [] : [new RegExp(pattern, flags)];
}
