import { classify } from "./classify.ts";
import { checkCompatible, type Versions } from "./compile/compile.ts";
import { type Change, type Compatibility, type Difference, strictest } from "./difference.ts";
import { read } from "./read/read.ts";
import { compareDescriptions } from "./walk/openapi-object.ts";

/**
 * Every change between two descriptions, and what it means for a user of the client.
 *
 * @param before Path of an OpenAPI 3.0 or 3.1 description, in one file or many.
 * @param after Path of what it became.
 * @throws {DescriptionError} with every mistake and its place, when one of them cannot be used.
 */
export async function diffDescriptions(before: string, after: string): Promise<Difference> {
  // One after the other, so that of two that cannot be used it is always the first that is told.
  const versions = { before: await read(before), after: await read(after) };
  const changes = findChanges(versions);
  const [compiler = { verdict: "compatible", problems: [] }] = await checkCompatible([versions]);
  return judge(changes, compiler);
}

/** What the rules say, without asking the compiler. */
export function findChanges({ before, after }: Versions): Change[] {
  const walked = compareDescriptions({
    before: before.document,
    after: after.document,
    models: { before: before.model, after: after.model },
  });
  return classify(
    walked,
    ({ node, key }) => before.placeOf(node, key),
    ({ node, key }) => after.placeOf(node, key),
  );
}

/** Where rules and compiler disagree, the stricter of them stands. */
export function judge(changes: readonly Change[], compiler: Compatibility): Difference {
  const verdicts = changes.map(({ verdict }) => verdict);
  const verdict = strictest(compiler.verdict === "breaking" ? [...verdicts, "breaking"] : verdicts);
  return { verdict, changes, compiler };
}
