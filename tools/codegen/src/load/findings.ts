import type { Places } from "./places.ts";
import { byPlace, type Problem } from "./problem.ts";

/** Where something was found: an object, what stands in it under a key, or the key itself. */
export interface At {
  readonly node: object;
  readonly key?: string | number;
  readonly isKey?: true;
}

/**
 * A mistake that has one sensible reading. Whoever finds it makes the description say that, strictly too: what
 * follows from it is no mistake of its own.
 */
export interface Mistake {
  readonly at: At;
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
  /** What it is taken for, if it may be. */
  readonly reading: string;
}

/** What the rules find in a description. */
export class Findings {
  readonly #places: Places;
  readonly #document: object;
  /** Whether mistakes are warnings. */
  readonly isLenient: boolean;
  readonly #errors = new Map<string, Problem>();
  readonly #warnings = new Map<string, Problem>();
  /** By their messages, and each by its place. */
  readonly #oddities = new Map<string, Map<string, Problem>>();

  constructor(document: object, places: Places, isLenient: boolean) {
    this.#document = document;
    this.#places = places;
    this.isLenient = isLenient;
  }

  mistake({ at, what, advice, reading }: Mistake): void {
    if (this.isLenient) add(this.#warnings, this.#problem(at, `${what} ${reading}`));
    else add(this.#errors, this.#problem(at, `${what} ${advice}`));
  }

  /** What follows from a mistake that has been told where it is, and is worth telling only if the mistake is none. */
  consequence(at: At, message: string): void {
    if (this.isLenient) add(this.#warnings, this.#problem(at, message));
  }

  /** What is not as it should be, and makes no difference to a client. The same in many places is told once. */
  oddity(at: At, message: string): void {
    const found = this.#oddities.get(message) ?? new Map();
    this.#oddities.set(message, found);
    add(found, this.#problem(at, message));
  }

  /** In the order of the files. */
  get errors(): Problem[] {
    return [...this.#errors.values()].sort(byPlace);
  }

  /** In the order of the files. */
  get warnings(): Problem[] {
    const oddities = [...this.#oddities.values()].flatMap((found) => {
      const [first, ...others] = found.values();
      if (!first || others.length === 0) return first ?? [];
      const places = others.length === 1 ? "another place" : `${others.length} other places`;
      return { ...first, message: `${first.message} So it is in ${places}.` };
    });
    return [...this.#warnings.values(), ...oddities].sort(byPlace);
  }

  #problem({ node, key, isKey }: At, message: string): Problem {
    const { placeOf, placeOfValue } = this.#places;
    const place = (isKey ? placeOf : placeOfValue)(node, key) ?? placeOfValue(this.#document);
    const { file = "", line = 1, column = 1 } = place ?? {};
    return { file, line, column, message };
  }
}

/** What many places refer to may be found from each of them. */
function add(problems: Map<string, Problem>, problem: Problem): void {
  problems.set(JSON.stringify(problem), problem);
}
