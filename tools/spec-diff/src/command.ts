import { dirname, join } from "node:path";
import type { Problem as Mistake } from "@visitors-api/codegen/load";
import type { Output } from "@visitors-api/machine/command";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { type Base, BaseError, NoReleaseYet } from "./base/base.ts";
import { findBase } from "./base/find-base.ts";
import { Releases } from "./base/releases.ts";
import { type Difference, isAsStrictAs, type Place } from "./difference.ts";

/** Of a description with many mistakes these are enough to see what they are like. */
const mostWarnings = 10;

/**
 * Runs `npm run spec:diff`.
 *
 * @param args What is typed after its name.
 * @returns The exit code.
 */
export async function specDiff(args: readonly string[], output: Output): Promise<number> {
  const { write, complain } = output;
  let given: Arguments | "help";
  let base: Base;
  try {
    given = readArguments(args);
    if (given === "help") {
      write(`${usage}\n`);
      return 0;
    }
    base = findBase(given.asked, given.description);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isKnown = error instanceof BaseError || error instanceof NoReleaseYet;
    complain(isKnown ? message : `${message}\n\n${usage}`);
    return error instanceof NoReleaseYet ? 0 : 2;
  }
  try {
    return await compare(given, base, output);
  } finally {
    base.dispose();
  }
}

/** The files of a revision have a name of their own: what was read lies in a temporary folder. */
function withNames(difference: Difference, nameOf: Base["nameOf"]): Difference {
  const name = (place: Place | undefined) => place && { ...place, file: nameOf(place.file) };
  return {
    ...difference,
    changes: difference.changes.map((change) => ({ ...change, before: name(change.before) })),
  };
}

async function compare(given: Arguments, base: Base, { write, complain }: Output): Promise<number> {
  // Loaded only now, so that the compile cache is on and wrong arguments are answered at once.
  const { diffDescriptions, readPolicy } = await import("./index.ts");
  const { DescriptionError, formatProblem } = await import("@visitors-api/codegen/load");
  const { print } = await import("./print.ts");
  const { onlyOf } = await import("./narrow.ts");
  const tell = (mistake: Mistake, severity?: "warning"): void => {
    const file = base.nameOf(mistake.file);
    const { line, column, message } = mistake;
    // A revision is no path, which would be shown from where the reader is.
    const shown = file === mistake.file ? formatProblem(mistake, severity) : undefined;
    const text = `${severity ? `${severity}: ` : ""}${message.replaceAll(/\s*\n\s*/g, " ")}`;
    complain(shown ?? `${file}:${line}:${column}: ${text}`);
  };
  const warnings: Mistake[] = [];
  try {
    const beside = dirname(given.description);
    const whole = await diffDescriptions(base.location, given.description, {
      ...readPolicy(join(beside, "policy.yaml")),
      lenient: given.lenient,
      onWarning: (warning) => warnings.push(warning),
      onRead: base.provide,
      accepted: {
        file: join(beside, "accepted-changes.yaml"),
        since: base.version,
        isLast:
          base.version !== undefined && base.version === new Releases(given.description).versions.at(-1),
      },
    });
    for (const warning of warnings.slice(0, mostWarnings)) tell(warning, "warning");
    const more = warnings.length - mostWarnings;
    if (more > 0) complain(`And ${more} more warnings.`);

    const unknown = given.operations.find((operation) => !whole.operations.includes(operation));
    if (unknown !== undefined) {
      complain(`No operation is called ${unknown}. They are ${whole.operations.join(", ")}.`);
      return 2;
    }
    const difference = withNames(
      given.operations.length > 0 ? onlyOf(whole, given.operations) : whole,
      base.nameOf,
    );
    write(print(difference, given));
    const { verdict } = difference;
    return given.failOn && verdict && isAsStrictAs(verdict, given.failOn) ? 3 : 0;
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    for (const problem of error.problems) tell(problem);
    return 1;
  }
}
