/** A regular expression, as far as it says what a string is made of. */
export type Alternatives = readonly (readonly Repeated[])[];

export interface Repeated {
  readonly atom: Atom;
  readonly least: number;
  readonly most: number;
}

export type Atom =
  | {
      /** Characters that it matches. */
      readonly characters: readonly string[];
      /** The same, with those of each kind in turn. */
      readonly mixed: readonly string[];
    }
  | { readonly alternatives: Alternatives; readonly names: readonly string[] }
  /** The name or the number of a group that is repeated. */
  | { readonly reference: string };

const kinds = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "!-_.@#$%&*+/:?= "];
const characters = [...kinds.join(""), ..."\"'(),;<>[\\]^`{|}~\t\n\r\0éßΩжא中あ한😀"];
const mixedCharacters = [...Array(26).keys()].flatMap((index) => kinds.flatMap((kind) => kind[index] ?? []));

const escaped = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|.)/iuy;
const set = /\[\^?(?:\\.|[^\]\\])*\]/suy;
const assertion = /\^|\$|\\b|\\B/uy;
const lookaround = /\(\?<?[=!]/uy;
const opening = /\((?:\?(?:(:)|<([^>]*)>))?/uy;
const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;

/** Takes a regular expression apart. It is one: the platform has read it before. */
export function parsePattern({ source, flags }: RegExp): Alternatives {
  const isUnicode = flags.includes("u");
  const alphabet = [...characters, ...source, ...namedCharacters(source)];
  let at = 0;
  let groups = 0;

  const next = (token: RegExp): RegExpExecArray | undefined => {
    token.lastIndex = at;
    const found = token.exec(source) ?? undefined;
    if (found) at += found[0].length;
    return found;
  };

  const parseAlternatives = (): Alternatives => {
    const alternatives: Repeated[][] = [[]];
    while (at < source.length && source[at] !== ")") {
      if (source[at] === "|") {
        at++;
        alternatives.push([]);
        continue;
      }
      const alternative = alternatives.at(-1);
      const [around] = next(lookaround) ?? [];
      if (around) {
        // What has to be found around may stand there too; what must not be found need not be known.
        const atom = { alternatives: parseAlternatives(), names: [] };
        if (around.endsWith("=")) alternative?.push({ atom, least: 0, most: 1 });
      } else if (!next(assertion)) {
        alternative?.push({ atom: parseAtom(), ...parseQuantifier() });
      }
    }
    at++;
    return alternatives;
  };

  const parseAtom = (): Atom => {
    const group = next(opening);
    if (group) {
      const [, isPlain, name] = group;
      const names = isPlain ? [] : [String(++groups), ...(name ? [name] : [])];
      return { alternatives: parseAlternatives(), names };
    }
    const [found] = next(set) ?? next(escaped) ?? [String.fromCodePoint(source.codePointAt(at) ?? 0)];
    if (!/^[[\\]./su.test(found)) at += found.length;
    const reference = /^\\(?:k<(.*)>|([1-9]\d*))$/u.exec(found);
    if (reference) return { reference: reference[1] ?? reference[2] ?? "" };
    if (!/^(\.|[[\\].+)$/su.test(found)) return { characters: [found], mixed: [found] };
    const expression = new RegExp(`^${found}$`, isUnicode ? "u" : "");
    const matches = (character: string) => expression.test(character);
    const fitting = [...new Set(alphabet.filter(matches))];
    return { characters: fitting, mixed: [...new Set([...mixedCharacters.filter(matches), ...fitting])] };
  };

  const parseQuantifier = (): Omit<Repeated, "atom"> => {
    const [, sign, least, comma, most] = next(quantifier) ?? [];
    if (sign) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
    if (least === undefined) return { least: 1, most: 1 };
    return { least: Number(least), most: comma ? Number(most || Number.POSITIVE_INFINITY) : Number(least) };
  };

  return parseAlternatives();
}

/** The characters that an expression names by their numbers. */
function namedCharacters(source: string): string[] {
  return [...source.matchAll(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/giu)].map(([, ...digits]) =>
    String.fromCodePoint(Number.parseInt(digits.find(Boolean) ?? "0", 16)),
  );
}
