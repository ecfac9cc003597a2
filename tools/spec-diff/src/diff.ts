import { isDeepStrictEqual } from "node:util";
import { type AcceptedChanges, accept } from "./accepted/accept.ts";
import { classify } from "./classify.ts";
import { type Change, type Compatibility, conclude, type Difference } from "./difference.ts";
import { type ReadOptions, read, type Versions } from "./read/read.ts";
import { nameOperations } from "./walk/named-operation.ts";
import { compareDescriptions } from "./walk/openapi-object.ts";

export interface DiffOptions {
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
  { lenient = false, onWarning, onRead, accepted }: DiffOptions = {},
): Promise<Difference> {
  // One after the other, so that of two that cannot be used it is always the first that is told.
  const versions = {
    before: await read(before, { lenient: true, onWarning, onRead }),
    after: await read(after, { lenient, onWarning }),
  };
  const found = findChanges(versions);
  const changes = accepted ? accept(found, versions, accepted) : found;
  return judge(versions, changes, await compile(versions));
}

/** Loads the compiler only where there is something to compile. */
async function compile(versions: Versions): Promise<Compatibility> {
  const none: Compatibility = { verdict: "compatible", problems: [] };
  if (isDeepStrictEqual(versions.before.document, versions.after.document)) return none;
  const { checkCompatible } = await import("./compile/compile.ts");
  const [compiler = none] = await checkCompatible([versions]);
  return compiler;
}

/** What the rules say, without asking the compiler. */
export function findChanges({ before, after }: Versions): Change[] {
  const walked = compareDescriptions({
    before: before.document,
    after: after.document,
    models: { before: before.model, after: after.model },
  });
  return classify(walked, { before, after });
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
