import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, runProcess } from "./support/command.ts";
import { fill, folderWith, snapshot, texts } from "./support/folder.ts";
import { generateInto } from "./support/generate-into.ts";
import { generatedNames, pets } from "./support/pets.ts";

test("writes the client's sources, says where and how many, and exits with 0", async () => {
  const folder = folderWith({ "pets.yaml": pets });
  const { status, stdout, stderr } = await runProcess(["pets.yaml", "--output", "client"], folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^client: 7 files, 7 changed, for 1 operations and 1 schemas, in \d+ ms\.\n$/);
  expect(readdirSync(join(folder, "client")).sort()).toEqual(generatedNames);
});

test("rewrites no file that is already right, and takes --output before the description's absolute path", async () => {
  const folder = folderWith({ "pets.yaml": pets });
  const output = join(folder, "client");
  await generateInto(join(folder, "client"), join(folder, "pets.yaml"));
  for (const name of generatedNames) utimesSync(join(output, name), 1000, 1000);
  const before = snapshot(output);
  const { status, stdout } = await run(["--output=client", join(folder, "pets.yaml")], folder);
  expect(status).toBe(0);
  expect(stdout).toContain("7 files, 0 changed");
  expect(snapshot(output)).toEqual(before);
});

test("--check exits with 0 while the sources are in step, and writes nothing", async () => {
  const folder = folderWith({ "pets.yaml": pets });
  await generateInto(join(folder, "client"), join(folder, "pets.yaml"));
  const before = snapshot(folder);
  const { status, stdout, stderr } = await run(["pets.yaml", "--output", "client", "--check"], folder);
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: "client is in step with pets.yaml.\n",
    stderr: "",
  });
  expect(snapshot(folder)).toEqual(before);
});

test("--check exits with 1 on drift, shows it as a unified diff, and touches nothing", async () => {
  const folder = folderWith({ "pets.yaml": pets });
  await generateInto(join(folder, "client"), join(folder, "pets.yaml"));
  const components = texts(join(folder, "client"))["components.ts"] ?? "";
  fill(folder, {
    "client/components.ts": `${components}export type Edited = string;\n`,
    "client/stale.ts": components,
    "pets.yaml": pets.replace("Get a pet", "Fetch a pet"),
  });
  const before = snapshot(folder);

  const { status, stdout, stderr } = await run(["pets.yaml", "--output", "client", "--check"], folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^--- a\/components\.ts.*\n\+\+\+ b\/components\.ts.*\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
  expect(stderr).toContain("\n-export type Edited = string;\n");
  expect(stderr).toMatch(/\n--- a\/operations\.ts.*?\n- {3}\* Get a pet\n\+ {3}\* Fetch a pet\n/s);
  expect(stderr).toMatch(/\n--- a\/stale\.ts.*\n\+\+\+ \/dev\/null/);
  expect(stderr).toContain(
    "client is not what pets.yaml generates: components.ts, operations.ts, stale.ts, types.ts. Generate it again",
  );
  expect(snapshot(folder)).toEqual(before);
});

test("--check finds drift where nothing has been generated yet, and does not make the folder", async () => {
  const folder = folderWith({ "pets.yaml": pets });
  const { status, stderr } = await run(["pets.yaml", "--output", "client", "--check"], folder);
  expect(status).toBe(1);
  expect(stderr).toContain("--- /dev/null");
  expect(readdirSync(folder)).toEqual(["pets.yaml"]);
});

test("prints warnings, and what is named otherwise than in the description, on stderr, and goes on", async () => {
  const folder = folderWith({
    "pets.yaml": pets
      .replaceAll("Pet:", "Promise:")
      .replace("schemas/Pet", "schemas/Promise")
      .replace("operationId: getPet", 'operationId: getPet\n      "\\e[31mred\\nline": 1'),
  });
  const { status, stderr } = await run(["pets.yaml", "--output", "client"], folder);
  expect({ status, stderr }).toEqual({
    status: 0,
    // Without control characters.
    stderr:
      "pets.yaml:11:7: warning: ` [31mred line` is no field of an operation. It is ignored.\n" +
      "pets.yaml:29:5: note: The schema `Promise` is exported as PromiseSchema, for Promise is taken.\n",
  });
});

test("refuses a description with mistakes with a line for each, exits with 1, and touches nothing", async () => {
  const folder = folderWith({
    "pets.yaml": pets.replace("{id}:", "{pet}:").replace("schemas/Pet", "schemas/Cat"),
    "client/client.ts": "// Mine.\n",
  });
  const before = snapshot(folder);
  const { status, stdout, stderr } = await runProcess(["pets.yaml", "--output", "client"], folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr.split("\n")).toEqual([
    "pets.yaml:13:17: The path /pets/{pet} has `{pet}` and no `{id}`. Give both one name.",
    "pets.yaml:23:17: Nothing is at `#/components/schemas/Cat`. Correct the $ref, or add what it names.",
    "",
  ]);
  expect(snapshot(folder)).toEqual(before);
});

test("refuses a description that is not there, in one line, with --check too", async () => {
  const folder = folderWith();
  for (const check of [[], ["--check"]]) {
    const { status, stderr } = await run(["pets.yaml", "--output", "client", ...check], folder);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "pets.yaml:1:1: There is no such file. Give the path of a description.\n",
    });
  }
  expect(readdirSync(folder)).toEqual([]);
});

test.for([
  ["no description", ["--output", "client"], "Which description? Give the path of one."],
  [
    "two descriptions",
    ["a.yaml", "b.yaml", "--output", "client"],
    "One description at a time; there is also b.yaml.",
  ],
  ["no --output", ["pets.yaml"], "Where to? Give a folder with --output."],
  ["an empty --output", ["pets.yaml", "--output="], "Where to? Give a folder with --output."],
  ["--output without a folder", ["pets.yaml", "--output"], "argument missing"],
  ["an unknown option", ["pets.yaml", "--output", "client", "--force"], "--force"],
] as const)("exits with 2, and shows the usage, when it is given %s", async ([, args, message]) => {
  const folder = folderWith({ "pets.yaml": pets });
  const { status, stdout, stderr } = await run(args, folder);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("\nUsage: ");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(folder)).toEqual(["pets.yaml"]);
});

test("--help explains the arguments and the exit codes, and exits with 0", async () => {
  const { status, stdout, stderr } = await runProcess(["--help"], folderWith());
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const word of ["<description>", "--output", "--check", "--lenient", "Exit codes: 0 ", "1 ", "2 "])
    expect(stdout).toContain(word);
});
