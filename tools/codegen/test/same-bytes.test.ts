import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { generate } from "../src/generate.ts";
import { runProcess } from "./support/command.ts";
import { fixtures } from "./support/fixtures.ts";
import { folderWith, texts } from "./support/folder.ts";
import { generateInto } from "./support/generate-into.ts";
import { pets } from "./support/pets.ts";

const bodies = readFileSync(join(fixtures, "bodies.yaml"), "utf8");

/** What is generated of the first of the files. */
async function filesOf(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const folder = folderWith(files);
  const [description = ""] = Object.keys(files);
  const generated = await generate(join(folder, description), join(folder, "client"));
  return Object.fromEntries(generated.files);
}

test("gives the same bytes each time, from any folder", async () => {
  const folder = folderWith({ "pets.yaml": pets, "deeper/pets.yaml": pets });
  await generateInto(join(folder, "one"), join(folder, "pets.yaml"));
  await runProcess(["pets.yaml", "--output", "../two"], join(folder, "deeper"));
  expect(texts(join(folder, "two"))).toEqual(texts(join(folder, "one")));
  expect(Object.keys(texts(join(folder, "one")))).toHaveLength(7);
});

test("gives the same bytes for YAML and for JSON", async () => {
  const json = JSON.stringify(parse(bodies), undefined, 2);
  expect(await filesOf({ "openapi.json": json })).toEqual(await filesOf({ "openapi.yaml": bodies }));
});

test("gives the same bytes for JSON in one line", async () => {
  const json = JSON.stringify(parse(bodies));
  expect(await filesOf({ "openapi.json": json })).toEqual(await filesOf({ "openapi.yaml": bodies }));
});

test("gives the same bytes for line ends of Windows, and after a byte order mark", async () => {
  const text = readFileSync(join(fixtures, "text.yaml"), "utf8");
  const windows = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  expect(await filesOf({ "openapi.yaml": windows })).toEqual(await filesOf({ "openapi.yaml": text }));
});

test("gives the same bytes for a description in many files as for one", async () => {
  const { paths, components, ...rest } = parse(pets);
  const many = {
    "openapi.yaml": stringify({
      ...rest,
      paths: { "/pets/{id}": { $ref: "paths/pet.yaml" } },
      components: { schemas: { Pet: { $ref: "schemas/Pet.json" } } },
    }),
    "paths/pet.yaml": stringify(paths["/pets/{id}"]).replace(
      "#/components/schemas/Pet",
      "../schemas/Pet.json",
    ),
    "schemas/Pet.json": JSON.stringify(components.schemas.Pet),
  };
  expect(await filesOf(many)).toEqual(await filesOf({ "openapi.yaml": pets }));
});

test("follows references from one file to others that refer to each other", async () => {
  const files = await filesOf({
    "openapi.yaml": stringify({
      openapi: "3.1.0",
      info: { title: "Trees", version: "1" },
      paths: {},
      components: { schemas: { Tree: { $ref: "tree.yaml#/Tree" } } },
    }),
    "tree.yaml": stringify({
      Tree: { type: "object", properties: { branches: { type: "array", items: { $ref: "branch.yaml" } } } },
    }),
    "branch.yaml": stringify({ type: "object", properties: { tree: { $ref: "tree.yaml#/Tree" } } }),
  });
  expect(files["types.ts"]).toContain('branches?: components["schemas"]["branch"][];');
  expect(files["types.ts"]).toContain('tree?: components["schemas"]["Tree"];');
});
