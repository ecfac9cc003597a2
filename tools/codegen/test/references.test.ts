import { join } from "node:path";
import { pointed } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { filesOf } from "../src/load/load.ts";
import { folderWith } from "./support/folder.ts";
import { loadText } from "./support/load-text.ts";
import { head, ok } from "./support/mistakes.ts";
import { refusal } from "./support/refusal.ts";

const string = { type: "string" };

test.for([
  ["a space", "my part.yaml", "my%20part.yaml"],
  ["a space that is not encoded", "my part.yaml", "my part.yaml"],
  ["a #", "a#b.yaml", "a%23b.yaml"],
  ["a ?", "a?b.yaml", "a%3Fb.yaml"],
  ["a % that is encoded", "100%.yaml", "100%25.yaml"],
  ["a % that is not encoded", "100%.yaml", "100%.yaml"],
  ["what looks like an escape", "a%20b.yaml", "a%2520b.yaml"],
  ["letters beyond ASCII", "größe/日本.yaml", "gr%C3%B6%C3%9Fe/日本.yaml"],
  ["a folder above", "../part.yaml", "../part.yaml"],
])("follows a reference to a file whose name has %s", async ([, name, $ref]) => {
  const { description } = await loadText({
    "root/openapi.yaml": `${head}paths: {}
components: { schemas: { Part: { $ref: ${JSON.stringify(`${$ref}#/S`)} } } }
`,
    [`root/${name}`]: "S: { type: string }\n",
  });
  expect(pointed(description, "#/components/schemas")).toEqual({ Part: string });
});

test.for(["a#b?c 100%.yaml", "größe.json"])(
  "reads a description whose own file is named %s",
  async (name) => {
    const { description } = await loadText({
      [name]: '{ "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {} }',
    });
    expect(description["paths"]).toEqual({});
  },
);

test("finds what a reference names with `/`, `~`, `%`, spaces and nothing in its names", async () => {
  const { description } = await loadText({
    "openapi.yaml": `${head}paths:
  "/50%/{a~b}":
    get:
      parameters: [{ $ref: "#/paths/~150%~1{a~0b}/put/parameters/0" }]
      ${ok}
    put:
      parameters: [{ name: a~b, in: path, required: true, schema: { type: string } }]
      ${ok}
components:
  schemas:
    100%: { type: string }
    "a/b~c d": { properties: { "": { type: string }, "%41": { type: integer } } }
    A: { $ref: "#/components/schemas/100%" }
    B: { $ref: "#/components/schemas/100%25" }
    C: { $ref: "#/components/schemas/a~1b~0c d" }
    D: { $ref: "#/components/schemas/a%2Fb%7Ec%20d/properties/" }
    E: { $ref: "#/components/schemas/a%7E1b~0c%20d/properties/%2541" }
`,
  });
  const escaped = "#/components/schemas/a~1b~0c d";
  expect(pointed(description, "#/components/schemas")).toMatchObject({
    A: { $ref: "#/components/schemas/100%25" },
    B: { $ref: "#/components/schemas/100%25" },
    C: { $ref: escaped },
    E: { $ref: `${escaped}/properties/%2541` },
  });
  expect(pointed(description, "#/paths/~150%25~1{a~0b}")).toMatchObject({
    get: { parameters: [{ $ref: "#/paths/~150%25~1{a~0b}/put/parameters/0" }] },
  });
});

test("makes components of what other files hold, under the names that the description or the file gives", async () => {
  const { description } = await loadText({
    "openapi.yaml": `${head}paths:
  /pets:
    $ref: paths.yaml#/pets
components:
  schemas:
    Pet: { $ref: schemas.yaml#/animal }
    Owner: { type: object }
  x-kept: { $ref: nowhere.yaml }
`,
    "paths.yaml": `pets:
  get:
    parameters: { $ref: "parameters.yaml#/all" }
    responses:
      "200":
        description: Found
        content:
          application/json:
            schema: { type: array, items: { $ref: schemas.yaml#/animal } }
      "404": { $ref: "#/missing" }
missing:
  description: None
  content: { application/json: { schema: { $ref: "schemas.yaml#/a~1b%25" }, example: { $ref: example.json } } }
`,
    "parameters.yaml":
      "all: [{ $ref: '#/page' }]\npage: { name: page, in: query, schema: { type: integer } }\n",
    "schemas.yaml": `animal:
  properties: { owner: { $ref: openapi.yaml#/components/schemas/Owner }, parent: { $ref: "#/animal" } }
a/b%: { oneOf: [{ $ref: "#/animal" }, { $ref: Owner.yaml }], discriminator: { propertyName: kind, mapping: { pet: "#/animal", more: mapped.yaml#/More } } }
`,
    "Owner.yaml": "type: object\nproperties: { self: { $ref: '#' } }\n",
    "mapped.yaml": "More: { $ref: '#/Most' }\nMost: { type: string }\n",
    "example.json": '{ "a": 1 }',
  });
  expect(description["paths"]).toEqual({
    "/pets": {
      get: {
        parameters: [{ $ref: "#/components/parameters/page" }],
        responses: {
          "200": {
            description: "Found",
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } } },
            },
          },
          "404": { $ref: "#/components/responses/missing" },
        },
      },
    },
  });
  expect(description["components"]).toEqual({
    "x-kept": { $ref: "nowhere.yaml" },
    parameters: { page: { name: "page", in: "query", schema: { type: "integer" } } },
    responses: {
      missing: {
        description: "None",
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/a~1b%25" }, example: { a: 1 } },
        },
      },
    },
    schemas: {
      Pet: {
        properties: {
          owner: { $ref: "#/components/schemas/Owner" },
          parent: { $ref: "#/components/schemas/Pet" },
        },
      },
      Owner: { type: "object" },
      "a/b%": {
        oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Owner-2" }],
        discriminator: {
          propertyName: "kind",
          mapping: { pet: "#/components/schemas/Pet", more: "#/components/schemas/More" },
        },
      },
      "Owner-2": { type: "object", properties: { self: { $ref: "#/components/schemas/Owner-2" } } },
      More: { $ref: "#/components/schemas/Most" },
      Most: string,
    },
  });
});

test("takes what stands beside a reference to a path item, and beside one to a schema from OpenAPI 3.1 on", async () => {
  const files = {
    "openapi.yaml": `${head}paths:
  /pets/{id}:
    $ref: pet.yaml
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
components:
  schemas:
    Pet: { $ref: pet.yaml#/x-schema, description: Ours, properties: { name: { $ref: pet.yaml#/x-name } } }
`,
    "pet.yaml": `get: { ${ok} }\nx-schema: { type: object }\nx-name: { type: string }\n`,
  };
  const { description } = await loadText(files);
  expect(pointed(description, "#/paths/~1pets~1{id}")).toMatchObject({
    get: {},
    parameters: [{ name: "id" }],
  });
  expect(pointed(description, "#/components/schemas/Pet")).toEqual({
    $ref: "#/components/schemas/x-schema",
    description: "Ours",
    properties: { name: { $ref: "#/components/schemas/x-name" } },
  });
});

test("never looks for an example in a file that the description does not need", async () => {
  const { description, warnings } = await loadText({
    "openapi.yaml": `${head}paths: {}
components:
  examples:
    A: { externalValue: nowhere.json }
  schemas:
    B: { default: { $ref: nowhere.yaml }, const: { $ref: nowhere.yaml }, enum: [{ $ref: nowhere.yaml }] }
`,
  });
  expect(warnings).toEqual([]);
  expect(pointed(description, "#/components/schemas/B")).toMatchObject({ default: { $ref: "nowhere.yaml" } });
});

test("refuses what goes in circles through other files, once and where it begins", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths: {}
components:
  parameters:
    A:
      ▶$ref: a.yaml#/A
`,
    "a.yaml": "A: { $ref: b.yaml#/A }\n",
    "b.yaml": "A: { $ref: openapi.yaml#/components/parameters/A }\n",
  });
  expect(said).toEqual([
    {
      place: places[0],
      message: "The reference `a.yaml#/A` leads back to itself. Make one of the chain a parameter.",
    },
  ]);
});

test("refuses a file that is put into itself", async () => {
  const { said } = await refusal({
    "openapi.yaml": `${head}paths: {}
components: { schemas: { Pet: { properties: { $ref: properties.yaml } } } }
`,
    "properties.yaml": "parent: { type: object, properties: { $ref: properties.yaml } }\n",
  });
  expect(said.map(({ message }) => message)).toEqual([
    "This is repeated within itself, without end. Write a $ref where it should come again.",
  ]);
});

test("tells a mistake that many references lead to once, where it is", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths:
  /a:
    get:
      parameters: [{ $ref: "#/components/parameters/Same" }, { $ref: "#/components/parameters/Nameless" }]
      ${ok}
    put:
      parameters: [{ $ref: "#/components/parameters/Same" }, { $ref: "#/components/parameters/Nameless" }]
      ${ok}
components:
  parameters:
    Same: ▶{ $ref: "#/components/parameters/Nobody" }
    Nameless: ▶{ in: query, schema: { type: string } }
`,
  });
  expect(said.map(({ place }) => place)).toEqual(places);
});

test("tells which files a description is in, the first one first, also of one that cannot be used", async () => {
  const text = (paths: string) => `${head}paths:\n  /pets: { $ref: paths/pets.yaml }\n${paths}`;
  const folder = folderWith({
    "openapi.yaml": text(""),
    "broken.yaml": text("  /lost: { $ref: lost.yaml }\n"),
    "paths/pets.yaml": "get: { responses: { default: { $ref: ../done.yaml } } }\n",
    "done.yaml": "description: Done\n",
  });
  const others = ["done.yaml", "paths/pets.yaml"].map((name) => join(folder, name));
  const [first, ...rest] = await filesOf(join(folder, "openapi.yaml"));
  expect(first).toBe(join(folder, "openapi.yaml"));
  expect(rest.toSorted()).toEqual(others);
  expect(await filesOf(join(folder, "broken.yaml"))).toEqual(expect.arrayContaining(others));
});
