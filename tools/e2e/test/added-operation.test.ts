import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { expect, test } from "vitest";
import { consumerFolder, root } from "../support/folders.ts";
import { typeCheck } from "../support/type-check.ts";

/** An operation that shares nothing with those there are: another method, every place of a parameter, its own errors. */
const operation = `
  /notes/{note_id}:
    summary: A note
    description: A note about a visitor.
    patch:
      operationId: reviseNote
      summary: Revise a note
      tags: [Visitors]
      description: Changes the text of a note.
      parameters:
        - name: note_id
          in: path
          required: true
          description: The id of the note.
          schema: { type: string, example: note-7 }
        - name: notify
          in: query
          description: Whether its readers are told.
          schema: { type: boolean, example: true }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: { type: string, description: The new text., example: Call back }
                mood: { type: string, enum: [calm, urgent], example: urgent }
            examples:
              urgent: { value: { text: Call back, mood: urgent } }
      responses:
        "200":
          description: The note
          content:
            application/json:
              schema:
                type: object
                required: [text]
                properties:
                  text: { type: string, example: Call back }
                  revisions: { type: integer, example: 2 }
              examples:
                revised: { value: { text: Call back, revisions: 2 } }
        "409":
          description: Somebody else revised the note
          content:
            application/json:
              schema: { $ref: "#/components/schemas/ErrorList" }
              examples:
                conflict: { value: { type: error.list, request_id: null, errors: [{ code: note_conflict }] } }
`;

const program = `
import sandboxDescription from "./openapi.json" with { type: "json" };
import { createSandbox } from "@visitors-api/sandbox";
import { ConflictError, createClient, isApiError } from "./client/index.ts";

const sandbox = createSandbox({ description: sandboxDescription });
const client = createClient({ token: "any", fetch: sandbox.fetch });

const note = await client.reviseNote({ note_id: "note 7", notify: true, text: "Call back", mood: "urgent" });
const revisions: number | undefined = note.revisions;

// @ts-expect-error The text is required.
const withoutText = () => client.reviseNote({ note_id: "note-7" });
// @ts-expect-error There is no such mood.
const withoutSense = () => client.reviseNote({ note_id: "note-7", text: "Call back", mood: "purple" });

const conflict = await client
  .reviseNote({ note_id: "note-7", text: "x" }, { headers: { Prefer: "code=409" } })
  .catch((error: unknown) => error);
const code = isApiError(conflict, "reviseNote") ? conflict.body.errors[0]?.code : undefined;

const { method, path } = sandbox.requests[0] ?? {};
console.log(JSON.stringify({ revisions, method, path, conflict: conflict instanceof ConflictError, code }));
`;

test("an operation added to the description alone reaches the client, the sandbox and the docs", async () => {
  const folder = await consumerFolder({ "program.ts": program });
  const description = await readFile(join(root, "spec/openapi.yaml"), "utf8");
  await writeFile(
    join(folder, "openapi.yaml"),
    description.replace("\npaths:\n", () => `\npaths:${operation}`),
  );
  await cp(join(root, "packages/client/src/runtime"), join(folder, "client/runtime"), { recursive: true });
  await cp(join(root, "packages/client/src/index.ts"), join(folder, "client/index.ts"));

  const bundle = join(folder, "openapi.json");
  const steps = [
    await runNode(join(root, "spec/bundle.ts"), [join(folder, "openapi.yaml"), "--output", bundle]),
    await runNode(join(root, "tools/codegen/src/cli.ts"), [
      bundle,
      "--output",
      join(folder, "client/generated"),
    ]),
    await runNode(join(root, "packages/docs/src/build.ts"), [bundle, "--output", join(folder, "site")]),
    await typeCheck(folder),
  ];
  expect(steps.map(({ status, output }) => (status === 0 ? "done" : output))).toEqual(
    steps.map(() => "done"),
  );

  const { status, output } = await runNode(join(folder, "program.ts"), [], { cwd: folder });
  expect(status, output).toBe(0);
  expect(JSON.parse(output)).toEqual({
    revisions: 2,
    method: "PATCH",
    path: "/notes/note%207?notify=true",
    conflict: true,
    code: "note_conflict",
  });

  const pages = await pagesOf(join(folder, "site"));
  const page = pages.find((html) => html.includes("<h1>Revise a note</h1>"));
  for (const text of [
    "/notes/{note_id}",
    "Whether its readers are told.",
    "The new text.",
    "urgent",
    "409",
  ]) {
    expect(page).toContain(text);
  }
});

async function pagesOf(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  return Promise.all(pages.map((file) => readFile(join(site, file), "utf8")));
}
