import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Description, Schema } from "@visitors-api/openapi";
import { expressible } from "../agreement/expressible.ts";
import { leavesTypeOpen } from "../agreement/leaves-type-open.ts";
import { literalType } from "../agreement/literal-type.ts";
import { sharesNothing } from "../agreement/shares-nothing.ts";
import { emitSchemas } from "../src/emit/schemas.ts";
import type { Model, NamedSchema } from "../src/model/model.ts";
import { valuesFor } from "./values.ts";

/** So many schemas of each description, from its beginning to its end. */
const mostSchemas = 16;

/** A value that the compiler and a validator are both asked about. */
export interface Pair {
  readonly schema: NamedSchema;
  readonly value: unknown;
}

/** Files beside a generated client that ask the compiler and the validators about the same values. */
export interface Questions {
  readonly pairs: readonly Pair[];
  readonly files: Readonly<Record<string, string>>;
}

export function questions(description: Description, model: Model, runtime: string): Questions {
  const step = Math.max(1, Math.ceil(model.schemas.length / mostSchemas));
  const asked = model.schemas.filter((_, index) => index % step === 0);
  const pairs = asked.flatMap((schema) =>
    valuesFor(description.schemas[schema.component] ?? true, description).map((value) => ({ schema, value })),
  );
  const lines = pairs.map(
    ({ schema: { name }, value }) =>
      `{ let value!: ${literalType(value)}; const typed: t.${name} = value; void typed; }`,
  );
  const schemas = Object.entries(description.schemas).map(
    ([name, schema]) => [name, expressible(schema)] as const,
  );
  const sayable = { ...description, schemas: Object.fromEntries(schemas), operations: [] };
  const validation = runtime.replace("/runtime/", "/validation/");
  return {
    pairs,
    files: {
      "questions.ts": `import type * as t from "./components.ts";\n${lines.join("\n")}\n`,
      "sayable.ts": emitSchemas(sayable, { ...model, operations: [] }, runtime, validation),
    },
  };
}

interface Validators {
  readonly [name: string]: {
    readonly "~standard"?: { validate(value: unknown): { readonly issues?: unknown } };
  };
}

/** The pairs that the compiler and the validator say different things of. */
export async function disagreements(
  folder: string,
  { pairs }: Questions,
  { schemas }: Description,
  isRefused: (line: number) => boolean,
): Promise<Pair[]> {
  const validators: Validators = await import(pathToFileURL(join(folder, "sayable.ts")).href);
  return pairs.filter(({ schema: { name, component }, value }, index) => {
    const compiles = !isRefused(index + 2);
    const isSayable = validators[name]?.["~standard"]?.validate(value).issues === undefined;
    if (compiles === isSayable) return false;
    const schema = schemas[component] ?? true;
    return !(compiles ? leavesOpen(schema, schemas) : sharesNothing(value, schema, schemas));
  });
}

/** Whether a schema or one that it refers to leaves a type open. */
function leavesOpen(
  schema: Schema,
  schemas: Description["schemas"],
  seen: Set<unknown> = new Set(),
): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (leavesTypeOpen(schema)) return true;
  const references = JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...references].some(([, name = ""]) =>
    leavesOpen(schemas[decodeURIComponent(name)] ?? true, schemas, seen),
  );
}
