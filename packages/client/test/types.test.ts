import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@visitors-api/machine/run";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

// Each file of the folder says what compiles and, with `@ts-expect-error`, what must not: an error that does not come is an
// error too.
const folder = fileURLToPath(new URL("types/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));

const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));

/** The errors of the compiler that belongs to the package, by file. */
async function compile(): Promise<Map<string, string[]>> {
  const { output } = await run(tsc, ["--project", folder, "--pretty", "false", "--listFiles"]);
  const lines = output.split("\n");
  const checked = files.filter((file) => lines.some((line) => line.endsWith(`/test/types/${file}`)));
  if (checked.length !== files.length) throw new Error(output);
  const errors = new Map<string, string[]>();
  for (const line of lines.filter((line) => /: error TS\d+: /.test(line))) {
    const file = basename(line.replace(/\(.*/, ""));
    errors.set(file, [...(errors.get(file) ?? []), line]);
  }
  return errors;
}

let errors: Map<string, string[]>;
beforeAll(async () => {
  errors = await compile();
});

describe("what the types promise", () => {
  test.each(files)("%s", (file) => {
    expect(errors.get(file) ?? []).toEqual([]);
  });

  test("and nothing that they import has an error", () => {
    expect([...errors.keys()].filter((file) => !files.includes(file))).toEqual([]);
  });
});

test("the message of an input that fits no alternative names the property and the alternatives", async () => {
  const project = await mkdtemp(join(tmpdir(), "visitors-api-message-"));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  const client = fileURLToPath(new URL("notes/generated/index.ts", import.meta.url));
  await writeFile(
    join(project, "program.ts"),
    `import type { Client } from ${JSON.stringify(client)};
export const call = (client: Client) => client.updateNote({ name: "x" });
`,
  );
  const flags =
    "--noEmit --strict --target es2022 --module nodenext --allowImportingTsExtensions --pretty false";
  const { stdout } = await run(tsc, [...flags.split(" "), "program.ts"], { cwd: project });
  expect(stdout).toContain(
    `Argument of type '{ name: string; }' is not assignable to parameter of type 'UpdateNoteRequest'.
  Property 'slug' is missing in type '{ name: string; }' but required in type 'UpdateNoteBySlugRequest'.
`,
  );
});
