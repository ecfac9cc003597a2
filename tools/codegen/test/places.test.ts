import { relative } from "node:path";
import { pointed, resolve, schemaReference } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { loadWithPlaces } from "../src/load/load.ts";
import { folderWith } from "./support/folder.ts";
import { loadText } from "./support/load-text.ts";
import { head, ok } from "./support/mistakes.ts";
import { refusal } from "./support/refusal.ts";

test("what is loaded knows its place, in whichever file it was written and where an alias repeats it", async () => {
  const folder = folderWith({
    "openapi.yaml": `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties: &properties
        a/b%: { type: string }
    Other:
      type: object
      properties: *properties
    Owner:
      $ref: owner.yaml
`,
    "owner.yaml": "type: object\ndescription: Who has pets.\n",
  });
  const { description, placeOf } = await loadWithPlaces(`${folder}/openapi.yaml`);
  const schemaOf = (name: string) => resolve(description, { $ref: schemaReference(name) });
  const shown = (node: object, key?: string) => {
    const place = placeOf(node, key);
    return place && `${relative(folder, place.file)}:${place.line}:${place.column} ${place.pointer}`;
  };

  expect(shown(description)).toBe("openapi.yaml:1:1 #");
  expect(shown(description, "paths")).toBe("openapi.yaml:3:1 #/paths");
  const repeated = pointed(description, "#/components/schemas/Other/properties") as object;
  expect(shown(repeated, "a/b%")).toBe("openapi.yaml:9:9 #/components/schemas/Pet/properties/a~1b%25");
  expect(shown(schemaOf("Owner"), "description")).toBe("owner.yaml:2:1 #/description");
  expect(shown(schemaOf("Owner"), "title")).toBe("owner.yaml:1:1 #");
  expect(shown({})).toBeUndefined();
});

test("tells the place of what a JSON Pointer leads to, wherever it was written and whatever its name", async () => {
  const { placeAt, shown } = await loadText({
    "openapi.yaml": `${head}paths:
  "/100%/{a~b}":
    get:
      parameters:
        - { name: a~b, in: path, required: true, schema: { type: string } }
      ${ok}
components:
  schemas:
    "100%": { properties: { "%41": { type: string }, "": { type: integer }, __proto__: { type: string } } }
    Other: { $ref: other.yaml }
`,
    "other.yaml": "type: object\nproperties:\n  name: { type: string }\n",
  });
  const at = (pointer: string) => shown(placeAt(pointer));

  expect(at("#")).toBe("openapi.yaml:1:1");
  expect(at("#/paths/~1100%25~1{a~0b}/get")).toBe("openapi.yaml:5:5");
  expect(at("#/paths/~1100%25~1%7Ba~0b%7D/get/parameters/0")).toBe("openapi.yaml:7:11");
  expect(at("#/paths/~1100%25~1{a~0b}/get/parameters/0/name")).toBe("openapi.yaml:7:13");
  // A percent sign that escapes nothing is itself.
  expect(at("#/components/schemas/100%/properties/%2541")).toBe("openapi.yaml:11:29");
  expect(at("#/components/schemas/100%25/properties/")).toBe("openapi.yaml:11:54");
  expect(at("#/components/schemas/100%25/properties/__proto__")).toBe("openapi.yaml:11:77");
  expect(at("#/components/schemas/Other/properties/name")).toBe("other.yaml:3:3");
  // What nobody wrote stands where that stands which would have it.
  expect(at("#/components/schemas/Other/properties/name/items/0")).toBe("other.yaml:3:3");
  expect(at("#/nowhere")).toBe("openapi.yaml:1:1");
});

test("tells the place of a mistake below names with percent signs, tildes, slashes and spaces", async () => {
  const { said, places } = await refusal(
    {
      "100% #1?.yaml": `${head}paths:
  "/100%":
    get:
      responses:
        "200":
          description: Found
          content:
            "application/x-100%+json":
              schema: { properties: { "100%": { properties: { "a/b~c d%41": { type: ▶strng } } } } }
components:
  schemas:
    "50%": { enum: ▶a }
    "": { enum: ▶b }
  responses: { "%": ▶5 }
`,
    },
    "100% #1?.yaml",
  );
  expect(said.map(({ place }) => place)).toEqual(places);
});

test("knows no place in a file that another parser fails on, but the file", async () => {
  const { said } = await refusal({
    "openapi.yaml": `${head}x-bytes: !!binary aGk=
paths: {}
components: { schemas: { Pet: { type: strng } } }
`,
  });
  expect(said.map(({ place }) => place)).toEqual(["openapi.yaml:1:1"]);
});
