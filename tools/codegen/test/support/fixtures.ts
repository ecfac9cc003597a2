import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generate } from "../../src/generate.ts";
import type { Model } from "../../src/model/model.ts";
import { write } from "../../src/write/write.ts";

const repository = join(import.meta.dirname, "../../../..");
export const fixtures = join(import.meta.dirname, "../fixtures");

/** The demanding descriptions: each is about one theme. */
export const themes = readdirSync(fixtures)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length));

export interface Workshop {
  readonly folder: string;
  readonly models: ReadonlyMap<string, Model>;
}

/**
 * Generates clients of descriptions, each in a folder of its own, with what compiles them around them: the repository's
 * strict settings, and beside a client the calls that must and must not compile.
 */
export async function generateClients(names: readonly string[]): Promise<Workshop> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "codegen-clients-")));
  const models = new Map<string, Model>();
  for (const name of names) {
    const output = join(folder, name);
    const { model, differences } = await generate(join(fixtures, `${name}.yaml`), output);
    await write(output, differences);
    models.set(name, model);
    const calls = join(fixtures, `${name}.calls.ts`);
    if (existsSync(calls)) copyFileSync(calls, join(output, "calls.ts"));
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const settings = {
    extends: join(repository, "tools/workspace/tsconfig.base.json"),
    include: ["*/*.ts"],
    compilerOptions: { types: [] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  return { folder, models };
}

export function remove({ folder }: Workshop): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The compiler that the client itself is compiled with. */
export function compiler(): string {
  const require = createRequire(join(repository, "packages/client/package.json"));
  return join(dirname(require.resolve("@typescript/native/package.json")), "bin/tsc");
}

export const biomeConfiguration = join(repository, ".biome.json");
