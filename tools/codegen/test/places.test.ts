import { relative } from "node:path";
import { pointed, resolve, schemaReference } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { loadWithPlaces } from "../src/load/load.ts";
import { folderWith } from "./support/folder.ts";

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
