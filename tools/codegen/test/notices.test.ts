import { expect, test } from "vitest";
import { run } from "./support/command.ts";
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

test("says, a line each, what a method cannot do that the description offers, and what is named otherwise", async () => {
  const folder = folderWith({ "files.yaml": description });

  const { status, stderr } = await run(["files.yaml", "--output", "client"], folder);

  expect(status).toBe(0);
  expect(stderr.trimEnd().split("\n")).toEqual([
    "files.yaml:18:7: note: DELETE /folders/{id} is the operation `remove2`, for `remove` cannot be its id too.",
    "files.yaml:18:7: note: The cookie parameter `session` of the method remove cannot be sent from a browser, whose `fetch` forbids that header.",
    "files.yaml:18:7: note: The cookie parameter `session` of the method remove2 cannot be sent from a browser, whose `fetch` forbids that header.",
  ]);
});
