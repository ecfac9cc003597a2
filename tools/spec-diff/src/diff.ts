import { findAnnounced, withoutAnnounced } from "./announced.ts";
import { classify } from "./classify.ts";
import { checkCompatible, type Versions } from "./compile/compile.ts";
import { type Change, type Compatibility, type Difference, strictest } from "./difference.ts";
import type { Policy } from "./policy.ts";
import { prepare, read } from "./read/read.ts";
import { compareDescriptions } from "./walk/openapi-object.ts";

export interface DiffOptions extends Policy {
  /** The day on which it is asked, which sunsets are held against. Default: this day, in UTC. */
  readonly today?: string;
}

/**
 * Every change between two descriptions, and what it means for a user of the client.
 *
 * @param before Path of an OpenAPI 3.0 or 3.1 description, in one file or many.
 * @param after Path of what it became.
 * @throws {DescriptionError} with every mistake and its place, when one of them cannot be used.
 */
export async function diffDescriptions(
  before: string,
  after: string,
  options: DiffOptions = {},
): Promise<Difference> {
  // One after the other, so that of two that cannot be used it is always the first that is told.
  const versions = { before: await read(before), after: await read(after) };
  const { changes, unannounced } = compareVersions(versions, options);
  const [compiler = { verdict: "compatible", problems: [] }] = await checkCompatible([unannounced]);
  return judge(changes, compiler);
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
  const changes = classify(
    walked,
    ({ node, key }) => before.placeOf(node, key),
    ({ node, key }) => after.placeOf(node, key),
    announced,
  );
  if (announced.size === 0) return { changes, unannounced: versions };
  const rest = prepare(withoutAnnounced(before.document, announced));
  return { changes, unannounced: { before: { ...before, ...rest }, after } };
}

/** Where rules and compiler disagree, the stricter of them stands. */
export function judge(changes: readonly Change[], compiler: Compatibility): Difference {
  const verdicts = changes.map(({ verdict }) => verdict);
  const verdict = strictest(compiler.verdict === "breaking" ? [...verdicts, "breaking"] : verdicts);
  return { verdict, changes, compiler };
}
