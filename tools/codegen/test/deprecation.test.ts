import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { generate } from "../src/generate.ts";
import { folderWith } from "./support/folder.ts";
import { head } from "./support/mistakes.ts";

const days = "deprecated: true, x-deprecated-since: 2026-11-30, x-sunset: 2027-06-30";
const words = "Since 2026-11-30. It may be gone from 2027-06-30 on.";

/** What editors show of each name that is struck through in a source. */
function deprecatedNames(text: string): [name: string, comment: string][] {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
  const found: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    const tag = ts.getJSDocDeprecatedTag(node);
    const isOwn = tag !== undefined && tag.parent.parent === node;
    if (isOwn) {
      const declared = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
      const name = declared && ts.getNameOfDeclaration(declared as ts.Declaration);
      found.push([name?.getText() ?? "", ts.getTextOfJSDocComment(tag.comment) ?? ""]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("editors show the days of whatever is deprecated, where it is struck through", async () => {
  const folder = folderWith({
    "openapi.yaml": `${head}paths:
  /pets:
    get:
      operationId: getPets
      summary: Get pets
      ${days.replaceAll(", ", "\n      ")}
      parameters:
        - { name: page, in: query, description: Which., ${days}, schema: { type: integer } }
        - { name: size, in: query, deprecated: true, schema: { type: integer } }
      responses:
        "200":
          description: Found
          headers:
            X-Left: { description: How many., ${days}, schema: { type: integer } }
            X-Old: { deprecated: true, schema: { type: integer } }
            X-Used: { schema: { type: integer } }
            X-Shared: { $ref: "#/components/headers/Shared" }
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        "404": { $ref: "#/components/responses/NotFound" }
components:
  headers:
    Shared: { ${days}, schema: { type: integer } }
  responses:
    NotFound:
      description: Not found
      headers:
        X-Gone: { ${days}, schema: { type: integer } }
  schemas:
    Pet:
      type: object
      ${days.replaceAll(", ", "\n      ")}
      properties:
        name: { type: string, format: hostname, description: "Two\\nlines.", ${days} }
        kind: { type: string, enum: [cat, dog], ${days} }
        home: { $ref: "#/components/schemas/Home", ${days} }
        tag: { type: string, deprecated: true, x-sunset: 2027-06-30 }
        note: { type: string, deprecated: true }
    Home: { type: object, properties: { street: { type: string } } }
`,
  });
  const { files } = await generate(join(folder, "openapi.yaml"), join(folder, "generated"));
  const inFile = (name: string) => deprecatedNames(files.get(name) ?? "");

  expect(inFile("operations.ts")).toEqual([["getPets", words]]);
  expect(inFile("components.ts")).toEqual([["Pet", words]]);
  expect(inFile("schemas.ts")).toEqual([["Pet", words]]);
  expect(new Map(inFile("types.ts"))).toEqual(
    new Map([
      ["get", words],
      ["page", words],
      ["size", ""],
      ['"X-Left"', words],
      ['"X-Old"', ""],
      ['"X-Shared"', words],
      ['"X-Gone"', words],
      ["Shared", words],
      ["Pet", words],
      ["name", words],
      ["kind", words],
      ["home", words],
      ["tag", "It may be gone from 2027-06-30 on."],
      ["note", ""],
    ]),
  );
  expect(files.get("operations.ts")).toMatch(
    /deprecated: true,\s+deprecatedSince: "2026-11-30",\s+sunset: "2027-06-30",/,
  );
});
