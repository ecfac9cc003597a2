import { closest } from "../closest.ts";
import { isObject, type JsonObject } from "../json.ts";
import { type FoundItem, findItems, parametersIn } from "./operations.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.12.1: each template expression in a path has a path parameter, and each path parameter an
 * expression. Looked at for each path, because several paths may share a path item, and one of them may lack what it
 * asks for.
 */
export function pathParameters(context: Context): void {
  for (const found of findItems(context.document)) checkItem(found, context);
}

function checkItem({ path, item, operations }: FoundItem, context: Context): void {
  const templated = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name));
  const check = (owner: JsonObject, missing: readonly string[]) =>
    correctParameters({ owner, path, templated, missing, context });
  const names = (owner: JsonObject) => pathParametersOf(owner, context).map(({ name }) => name);
  const without = (defined: readonly string[]) => [...templated].filter((name) => !defined.includes(name));

  // What each operation defines for itself is not missing from the path item.
  const own = operations.map(({ operation }) => names(operation));
  const ofItem = check(
    item,
    without(names(item)).filter((name) => !own.every((defined) => defined.includes(name))),
  );
  const changed: [string, JsonObject][] = [];
  for (const { method, shown, operation } of operations) {
    const before = without([...names(ofItem), ...names(operation)]);
    const corrected = check(operation, before);
    const missing = without([...names(ofItem), ...names(corrected)]);
    const isTold = context.incomplete.has(item) || context.incomplete.has(operation);
    const complete =
      missing.length === 0
        ? corrected
        : define(missing, corrected, { path, shown, method, item, isTold, context });
    if (complete !== operation) changed.push([method, complete]);
  }
  if (ofItem === item && changed.length === 0) return;
  // Another path may have the same item.
  const complete = { ...ofItem, ...Object.fromEntries(changed) };
  context.places.adopt(complete, item);
  const { paths } = context.document;
  if (isObject(paths)) paths[path] = complete;
}

interface Parameters {
  readonly owner: JsonObject;
  readonly path: string;
  readonly templated: ReadonlySet<string>;
  /** What the path has, and neither this owner nor the other defines. */
  readonly missing: readonly string[];
  readonly context: Context;
}

/**
 * The owner of a list of parameters without those that the path has not. One that is nearly, or clearly, what is
 * missing takes its name.
 */
function correctParameters({ owner, path, templated, missing, context }: Parameters): JsonObject {
  const superfluous = pathParametersOf(owner, context).filter(({ name }) => !templated.has(name));
  if (superfluous.length === 0) return owner;
  const open = new Set(missing);
  const corrections = new Map<unknown, unknown>();
  for (const { written, parameter, name } of superfluous) {
    const meant =
      closest(name, open) ?? (superfluous.length === 1 && open.size === 1 ? [...open][0] : undefined);
    const at = { node: parameter, key: "name" };
    if (meant === undefined) {
      context.findings.mistake({
        at,
        what: `The path ${path} has no \`{${name}}\`.`,
        advice: "Put it in the path, or remove the parameter.",
        reading: "The parameter is left out.",
      });
      corrections.set(written, undefined);
    } else {
      open.delete(meant);
      context.findings.mistake({
        at,
        what: `The path ${path} has \`{${meant}}\` and no \`{${name}}\`.`,
        advice: "Give both one name.",
        reading: `The parameter is taken for \`{${meant}}\`.`,
      });
      const renamed = { ...parameter, name: meant };
      context.places.adopt(renamed, parameter);
      corrections.set(written, renamed);
    }
  }
  return withParameters(
    owner,
    (list) =>
      list
        .map((one) => (corrections.has(one) ? corrections.get(one) : one))
        .filter((one) => one !== undefined),
    context,
  );
}

interface Definition {
  readonly path: string;
  readonly item: JsonObject;
  readonly shown: string;
  readonly method: string;
  readonly isTold: boolean;
  readonly context: Context;
}

/** The operation with what no parameter defines. */
function define(
  missing: readonly string[],
  operation: JsonObject,
  { path, item, method, isTold, context }: Definition,
): JsonObject {
  for (const name of missing) {
    const at = { node: item, key: method, isKey: true } as const;
    const what = `The path ${path} has \`{${name}}\`, which no parameter defines.`;
    const reading = "It is taken for a required string.";
    if (isTold) context.findings.consequence(at, `${what} ${reading}`);
    else context.findings.mistake({ at, what, advice: "Add one with `in: path`.", reading });
  }
  const made = missing.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  return withParameters(operation, (list) => [...list, ...made], context);
}

function withParameters(
  owner: JsonObject,
  change: (list: readonly unknown[]) => unknown[],
  { places }: Context,
): JsonObject {
  const list = owner["parameters"];
  const parameters = change(Array.isArray(list) ? list : []);
  if (Array.isArray(list)) places.adopt(parameters, list);
  const changed = { ...owner, parameters };
  places.adopt(changed, owner);
  return changed;
}

function pathParametersOf(owner: JsonObject, { document }: Context) {
  return parametersIn(document, owner).filter((parameter) => parameter.in === "path");
}
