import { spawnSync } from "node:child_process";
import { normalizeDocument, readNormalized } from "@visitors-api/openapi";
import { literalType } from "../../agreement/literal-type.ts";
import { emitTypes } from "../../src/emit/types/types.ts";
import { buildModel } from "../../src/model/build.ts";
import { compiler } from "./fixtures.ts";
import { folderWith } from "./folder.ts";

/** Whether the compiler lets a value have the type of a component schema. */
export type Compiles = (name: string, value: unknown) => boolean;

/**
 * Asks the compiler, all at once, which of the values have the types that are generated of a description's schemas.
 *
 * @param document A description of nothing but schemas.
 * @param pairs Names of component schemas and values.
 */
export function verdicts(
  document: object,
  pairs: readonly (readonly [name: string, value: unknown])[],
): boolean[] {
  const original = document as Readonly<Record<string, unknown>>;
  const normalized = normalizeDocument(original);
  const description = readNormalized(original, normalized);
  const types = emitTypes(normalized, description, buildModel(description), "./runtime.ts");
  const lines = pairs.map(
    ([name, value], index) =>
      `{ let value!: ${literalType(value)}; const typed: components["schemas"][${JSON.stringify(name)}] = value; void typed; void ${index}; }`,
  );
  const head = `${types}\n`;
  const text = head + lines.join("\n");
  const first = head.split("\n").length - 1;
  const refused = new Set(errorLines(text).map((line) => line - first));
  const inTypes = [...refused].find((line) => line < 0);
  if (inTypes !== undefined)
    throw new Error(`The types themselves do not compile, at line ${inTypes + first + 1}:\n${types}`);
  return pairs.map((_, index) => !refused.has(index));
}

/** With the compiler that the client itself is compiled with. */
function errorLines(text: string): number[] {
  const folder = folderWith({ "types.ts": text, "tsconfig.json": JSON.stringify(settings) });
  const { stdout } = spawnSync(process.execPath, [compiler(), "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return [...stdout.matchAll(/^\S*types\.ts\((\d+),/gm)].map(([, line]) => Number(line) - 1);
}

const settings = {
  compilerOptions: { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [] },
  files: ["types.ts"],
};
