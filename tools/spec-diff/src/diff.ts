import { isDeepStrictEqual } from "node:util";
import { type AcceptedChanges, accept } from "./accepted/accept.ts";
import { findAnnounced, withoutAnnounced } from "./announced.ts";
import { classify } from "./classify.ts";
import { type Change, type Compatibility, conclude, type Difference, unexplained } from "./difference.ts";
import type { Policy } from "./policy.ts";
import { prepare, type ReadOptions, read, type Versions } from "./read/read.ts";
import { nameOperations } from "./walk/named-operation.ts";
import { compareDescriptions } from "./walk/openapi-object.ts";

export interface DiffOptions extends Policy {
  /** The day on which it is asked, which sunsets are held against. Default: this day, in UTC. */
  readonly today?: string;
  /**
   * Whether mistakes in what the description became that have one sensible reading are read so. Default: false. In what it was
   * they always are, as that has been released and cannot be mended any more.
   */
  readonly lenient?: boolean;
  /** Called with each mistake that is read as something else. */
  readonly onWarning?: ReadOptions["onWarning"];
  /** Called with the absolute path or URL of each file of what the description was, before it is read. */
  readonly onRead?: ReadOptions["onRead"];
  /** The changes that correct the description. Default: none. */
  readonly accepted?: AcceptedChanges;
}

/**
 * Every change between two descriptions, and what it means for a user of the client.
 *
 * @param before An OpenAPI 3.0 or 3.1 description, in one file or many: a path or a URL.
 * @param after What it became.
 * @throws {DescriptionError} with every mistake and its place, when one of them or the list of accepted changes cannot be used.
 */
export async function diffDescriptions(
  before: string,
  after: string,
  options: DiffOptions = {},
): Promise<Difference> {
  const { lenient = false, onWarning, onRead, accepted } = options;
  // One after the other, so that of two that cannot be used it is always the first that is told.
  const versions = {
    before: await read(before, { lenient: true, onWarning, onRead }),
    after: await read(after, { lenient, onWarning }),
  };
  const { changes: found, unannounced } = compareVersions(versions, options);
  const changes = accepted ? accept(found, versions, accepted) : found;
  return await explain(judge(versions, changes, await compile(unannounced)), unannounced);
}

/** Loads the compiler only where there is something to compile. */
async function compile(versions: Versions): Promise<Compatibility> {
  const none: Compatibility = { verdict: "compatible", problems: [] };
  if (isDeepStrictEqual(versions.before.document, versions.after.document)) return none;
  const { checkCompatible } = await import("./compile/compile.ts");
  const [compiler = none] = await checkCompatible([versions]);
  return compiler;
}

/** Says where that is which only the compiler sees. */
async function explain(difference: Difference, versions: Versions): Promise<Difference> {
  const { changes, compiler, operations } = difference;
  const unclear = unexplained(difference);
  if (unclear.length === 0) return difference;
  const { locate } = await import("./compile/locate.ts");
  const clear = compiler.problems.filter((problem) => !unclear.includes(problem));
  return conclude(changes, [...clear, ...(await locate(unclear, versions))], operations);
}

/** What the rules say, without asking the compiler. */
export function findChanges(versions: Versions): Change[] {
  return compareVersions(versions, {}).changes;
}

/** What the rules say, and the versions between which is what no user had been told. */
export function compareVersions(
  versions: Versions,
  { removalAfterSunset, today = new Date().toISOString().slice(0, 10) }: DiffOptions,
): { readonly changes: Change[]; readonly unannounced: Versions } {
  const { before, after } = versions;
  const walked = compareDescriptions({
    before: before.document,
    after: after.document,
    models: { before: before.model, after: after.model },
  });
  const announced =
    removalAfterSunset === "additive" ? findAnnounced(walked, before.document, today) : new Map();
  const changes = classify(walked, versions, announced);
  if (announced.size === 0) return { changes, unannounced: versions };
  const rest = prepare(withoutAnnounced(before.document, announced));
  return { changes, unannounced: { before: { ...before, ...rest }, after } };
}

/** What rules and compiler say together. */
export function judge(
  { before, after }: Versions,
  changes: readonly Change[],
  { problems }: Compatibility,
): Difference {
  const operations = [before, after].flatMap(nameOperations).map(({ label }) => label);
  return conclude(changes, withoutAccepted(problems, changes), [...new Set(operations)]);
}

/** The compiler refuses an operation as a whole: what else breaks it the rules have found as a change of its own. */
function withoutAccepted(problems: Compatibility["problems"], changes: readonly Change[]) {
  const accepted = changes.filter((change) => change.accepted?.verdict === "breaking");
  const touched = new Set(accepted.flatMap(({ operations }) => operations));
  return problems.filter(({ operation }) => !touched.has(operation));
}
