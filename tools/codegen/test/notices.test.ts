import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../src/generate.ts";
import { folderWith } from "./support/folder.ts";

const description = `openapi: 3.1.0
info: { title: Files, version: "1" }
servers: [{ url: https://files.example }]
paths:
  /files:
    post:
      operationId: addFile
      requestBody:
        content:
          application/octet-stream: {}
          application/json: { schema: { type: object, properties: { text: { type: string } } } }
      responses: { "204": { description: Added } }
  /files/{id}: { $ref: "#/components/pathItems/Named" }
  /folders/{id}: { $ref: "#/components/pathItems/Named" }
components:
  pathItems:
    Named:
      delete:
        operationId: remove
        parameters:
          - { name: id, in: path, required: true, schema: { type: string } }
          - { name: session, in: cookie, schema: { type: string } }
        responses: { "204": { description: Removed } }
`;

test("says what a method cannot do that the description offers, and what is named otherwise, and where", async () => {
  const folder = folderWith({ "files.yaml": description });

  const { notes } = await generate(join(folder, "files.yaml"), join(folder, "client"));

  expect(notes.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([
    "18:7: DELETE /folders/{id} is the operation `remove2`, for `remove` cannot be its id too.",
    "18:7: The cookie parameter `session` of the method remove cannot be sent from a browser, whose `fetch` forbids that header.",
    "18:7: The cookie parameter `session` of the method remove2 cannot be sent from a browser, whose `fetch` forbids that header.",
  ]);
});
