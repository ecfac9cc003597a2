import { type Choose, choices } from "./choices.ts";
import { type Alternatives, type Atom, parsePattern, type Repeated } from "./pattern-syntax.ts";
import { type Random, wholeBetween } from "./random.ts";

const mostTries = 60;
const mostByChance = 5;
/** How many more characters than there have to be. */
const mostMore = 8;
/** Of the characters that fit, letters and digits come first. */
const mostUsual = 36;
/** A pattern may ask for more characters than there is room for. */
const longest = 10_000;

/**
 * Strings that match a regular expression, if they can be found by going through it; they are tested. What it looks ahead
 * or behind for, and where words end, is left to chance.
 *
 * @param least How many characters they should have.
 * @param most How many characters they may have.
 * @param random Leaves to chance which they are, and gives but a few.
 */
export function* matching(
  expression: RegExp,
  least: number,
  most: number,
  random?: Random,
): Generator<string> {
  // What is not anchored may have anything around it. Others can be slow to refuse it.
  const isOpenBefore = !expression.source.startsWith("^");
  const isOpenAfter = !expression.source.endsWith("$");
  const seen = new Set<string>();
  const alternatives = parsePattern(expression);
  const all = random ? writtenByChance(alternatives, least, most, random) : written(alternatives, least);
  for (const [text, addition] of all) {
    const candidates = [
      text,
      isOpenAfter && (text + addition).padEnd(least, "string"),
      isOpenBefore && (addition + text).padStart(least, "string"),
    ];
    for (const candidate of candidates) {
      if (candidate === false || candidate.length > 2 * most || seen.has(candidate)) continue;
      seen.add(candidate);
      if (expression.test(candidate)) yield candidate;
    }
  }
}

/** Writes strings of all kinds, each with something that can stand beside it where it need not stand alone. */
function* written(alternatives: Alternatives, least: number): Generator<[text: string, addition: string]> {
  for (const choose of choices(mostTries)) {
    const isMixed = choose(2) === 1;
    const made: number[] = [];
    const shortest = write(
      alternatives,
      (count) => {
        const choice = choose(count);
        made.push(choice);
        return choice;
      },
      isMixed,
    );
    const missing = least - [...shortest].length;
    // Once more by the same choices, with as much more as is missing.
    yield [missing > 0 ? write(alternatives, () => made.shift() ?? 0, isMixed, missing) : shortest, ""];
  }
  const missing = Math.max(0, least - [...write(alternatives, () => 0, false)].length);
  for (let number = 1; number < mostTries; number++) {
    yield [write(alternatives, () => 0, false, missing, number), ""];
    yield [write(alternatives, () => 0, false, missing + number), String(number)];
  }
}

function* writtenByChance(
  alternatives: Alternatives,
  least: number,
  most: number,
  random: Random,
): Generator<[text: string, addition: string]> {
  for (let count = 0; count < mostByChance; count++) {
    const choose: Choose = (count) => wholeBetween(0, count - 1, random);
    // What may be repeated is, a few times more than it has to be.
    const missing = wholeBetween(least, Math.min(most, least + mostMore), random);
    yield [write(alternatives, choose, false, missing, 0, random), ""];
    yield [write(alternatives, choose, false, Math.max(0, least - 1), 0, random), ""];
  }
}

/**
 * Writes one string.
 *
 * @param isMixed Takes characters of all kinds in turn: passwords have to have some of each.
 * @param missing How many characters to repeat more than need be.
 * @param from Which of the characters to begin with.
 * @param random Takes any of the characters.
 */
function write(
  alternatives: Alternatives,
  choose: Choose,
  isMixed: boolean,
  missing = 0,
  from = 0,
  random?: Random,
): string {
  const groups = new Map<string, string>();
  const taken = new Map<Atom, number>();
  let spare = missing;
  let count = from;

  const writeAlternatives = (alternatives: Alternatives): string => {
    const sequence = alternatives[choose(alternatives.length)] ?? [];
    return sequence.map(writeRepeated).join("");
  };

  const writeRepeated = ({ atom, least, most }: Repeated): string => {
    // What may be repeated without an end is there once, and what need not be there is not.
    const usual = most === Number.POSITIVE_INFINITY ? Math.max(least, 1) : least;
    const other = usual > least ? least : least + 1;
    const times = most > least && choose(2) === 1 ? other : usual;
    let text = "";
    for (let time = 0; (time < times || (spare > 0 && time < most)) && text.length < longest; time++) {
      const written = writeAtom(atom);
      if (time >= times) spare -= Math.max(1, [...written].length);
      text += written;
    }
    return text;
  };

  const writeAtom = (atom: Atom): string => {
    if ("reference" in atom) return groups.get(atom.reference) ?? "";
    if ("alternatives" in atom) {
      const text = writeAlternatives(atom.alternatives);
      for (const name of atom.names) groups.set(name, text);
      return text;
    }
    const { characters, mixed } = atom;
    if (random) return characters[wholeBetween(0, Math.min(characters.length, mostUsual) - 1, random)] ?? "";
    const index = isMixed ? count : (taken.get(atom) ?? from);
    taken.set(atom, index + 1);
    count++;
    return (isMixed ? mixed : characters)[index % characters.length] ?? "";
  };

  return writeAlternatives(alternatives);
}
