import { createRequire } from "node:module";
import { join } from "node:path";
import { readDescription } from "@visitors-api/openapi";
import { emitOperations } from "../../src/emit/operations.ts";
import { emitSchemas } from "../../src/emit/schemas.ts";
import { loadDescription } from "../../src/load/load.ts";
import { buildModel } from "../../src/model/build.ts";
import type { Model } from "../../src/model/model.ts";
import { fill, folderWith } from "./folder.ts";

const client = join(import.meta.dirname, "../../../../packages/client/src");

/** Not by Vite, which imports for tests: it would transform first what is generated. */
const load = createRequire(import.meta.url);

export interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** What a value is told, or undefined if nothing is wrong with it. */
export type Validate = (value: unknown) => readonly Issue[] | undefined;

interface Schema {
  readonly "~standard": { readonly validate: (value: unknown) => { readonly issues?: readonly Issue[] } };
}

export interface Validators {
  readonly model: Model;
  /** By the name of what is exported. */
  readonly validate: (name: string, value: unknown) => ReturnType<Validate>;
  /** What the module exports that is a validator. */
  readonly names: readonly string[];
}

/** Generates the validators of a description, without the types that they are declared with, and loads them. */
export async function validatorsOf(text: string): Promise<Validators> {
  const folder = folderWith({ "openapi.yaml": text, "package.json": '{ "type": "module" }' });
  const description = readDescription(await loadDescription(join(folder, "openapi.yaml")));
  const model = buildModel(description);
  const [runtime, validation] = [`${client}/runtime/index.ts`, `${client}/validation/index.ts`];
  fill(folder, {
    "operations.ts": emitOperations(model, runtime),
    "schemas.ts": emitSchemas(description, model, runtime, validation),
  });
  const module: Readonly<Record<string, Partial<Schema>>> = load(join(folder, "schemas.ts"));
  const names = Object.keys(module).filter((name) => module[name]?.["~standard"] !== undefined);
  return {
    model,
    names,
    validate(name, value) {
      const schema = module[name]?.["~standard"];
      if (!schema) throw new Error(`${name} is none of ${names.join(", ")}`);
      return schema.validate(value).issues;
    },
  };
}

/** A description of nothing but schemas. */
export function components(version: string, schemas: unknown): string {
  return JSON.stringify({
    openapi: version,
    info: { title: "Schemas", version: "1" },
    paths: {},
    components: { schemas },
  });
}
