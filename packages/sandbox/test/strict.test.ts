import { type Response, responseFor } from "@visitors-api/openapi";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import document from "@visitors-api/openapi/notes" with { type: "json" };
import { describe, expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { violationOf } from "../src/strict/violation.ts";
import { start } from "./notes/command.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import { run } from "./support/command.ts";
import { OTHER_METHOD, putRequest } from "./support/described-answers.ts";
import { describing } from "./support/describing.ts";

type Description = ReturnType<typeof structuredClone<typeof document>>;

/** The description with an edit, after which the sandbox does something else than it says. */
function edited(edit: (description: Description) => void): Description {
  const description = structuredClone(document);
  edit(description);
  return description;
}

async function put(description: object, headers: Record<string, string> = {}, strict = true) {
  const sandbox = createSandbox({ description, strict });
  const response = await sandbox.fetch("http://sandbox/notes", putRequest(NOTE_REQUEST, headers));
  const { errors = [] } = await response.json();
  return { status: response.status, messages: errors.map(({ message }: { message: string }) => message) };
}

/** What the default response is for; without one, only what is listed is documented. */
const withoutDefault = edited(({ paths }) => {
  Reflect.deleteProperty(paths["/notes"].put.responses, "default");
});

describe("an answer that is not as described becomes a 500 that says why", () => {
  const otherName = edited(({ components }) => {
    Object.assign(components.schemas.Note.properties.name, { type: "integer" });
  });

  test("when a handler gives it", async () => {
    expect(await put(otherName)).toEqual({
      status: 500,
      messages: ["The answer is not as described: the body of 200: name must be an integer, not a string"],
    });
  });

  test("when it is a documented example", async () => {
    const answer = await put(otherName, { prefer: "code=200" });
    expect(answer).toMatchObject({
      status: 500,
      messages: [expect.stringContaining("name must be an integer")],
    });
  });

  test("when the sandbox answers of itself with what is not documented", async () => {
    expect(await put(withoutDefault, { "content-type": "text/plain" })).toEqual({
      status: 500,
      messages: ["The answer is not as described: the status 415 is not documented"],
    });
  });

  test("when errors have another shape", async () => {
    const otherErrors = edited(({ components }) => {
      Object.assign(components.schemas.ErrorList.properties.errors, { maxItems: 0 });
    });
    expect((await put(otherErrors, { authorization: "" })).status).toBe(500);
  });

  test("and not without being asked to", async () => {
    expect((await put(otherName, {}, false)).status).toBe(200);
  });
});

test("what a fault makes of an answer was asked for, and stays", async () => {
  expect((await put(withoutDefault, { "x-sandbox-fault": "status=418" })).status).toBe(418);
});

describe("an answer that the sandbox makes itself, of a schema", () => {
  async function answer(schema: object) {
    const content = { "application/json": { schema } };
    const operation = { responses: { "200": { description: "", content } } };
    const description = { openapi: "3.1.0", info: {}, paths: { "/": { get: operation } } };
    const response = await createSandbox({ description, strict: true }).fetch("http://sandbox/");
    return { status: response.status, note: response.headers.get("x-sandbox-sample") };
  }

  test("is as the schema says, and needs no note", async () => {
    expect(await answer({ type: "string", pattern: "^\\d{5}$" })).toEqual({ status: 200, note: null });
    expect(await answer({ type: "array", minItems: 3, items: { multipleOf: 5, minimum: 7 } })).toEqual({
      status: 200,
      note: null,
    });
  });

  test("says so where no value is found, and is no 500", async () => {
    const contradiction = {
      type: "object",
      required: ["a"],
      properties: { a: { allOf: [{ type: "string" }, { type: "null" }] } },
    };
    for (const schema of [contradiction, { not: {} }]) {
      expect(await answer(schema)).toEqual({ status: 200, note: "invalid; give the response an example" });
    }
  });
});

test("what is no operation of the API is answered all the same", async () => {
  const sandbox = createSandbox({ strict: true, cors: true });
  const status = async (method: string, path: string, headers = {}) =>
    (await sandbox.fetch(`http://sandbox${path}`, { method, headers })).status;
  expect(await status("OPTIONS", "/notes")).toBe(204);
  expect(await status(OTHER_METHOD, "/notes")).toBe(405);
  expect(await status("GET", "/nothing")).toBe(404);
  expect(await status("GET", "/_sandbox/notes", { authorization: "Bearer any" })).toBe(200);
});

test("every status and every example that the description documents is as it says", async () => {
  const sandbox = createSandbox({ strict: true });
  const description = readDescription(document);
  let answered = 0;
  for (const operation of description.operations) {
    const statuses = operation.responses.map(({ status }) =>
      status === "default" ? "400" : status.replace("XX", "00"),
    );
    const names = operation.responses
      .flatMap(({ content }) => content)
      .flatMap(({ examples }) => examples.map(({ name }) => name));
    for (const prefer of [
      ...statuses.map((status) => `code=${status}`),
      ...names.map((name) => `example=${name}`),
    ]) {
      const request = toRequest(exampleRequest(description, operation));
      request.headers.set("prefer", prefer);
      const response = await sandbox.fetch(request);
      const [, code] = /^code=(\d+)$/.exec(prefer) ?? [];
      if (code !== undefined) expect(response.status).toBe(Number(code));
      expect(await response.text()).not.toContain("not as described");
      answered++;
    }
  }
  expect(answered).toBeGreaterThan(5);
});

describe("it is no answer as described", () => {
  const { operations, validators } = readDescription(document);
  const described = operations.find(({ id }) => id === "updateNote");
  const documented = responseFor(described?.responses ?? [], 200);
  const reply = { status: 200, headers: { "content-type": "application/json" }, body: "{}" };

  test.each([
    [
      "of another media type",
      { headers: { "content-type": "text/html" } },
      "200 is text/html, and documented is application/json",
    ],
    ["of no media type", { headers: {} }, "200 is of no media type, and documented is application/json"],
    ["without a body", { body: undefined }, "200 has no body, and one is documented"],
    ["that is no JSON", { body: "{" }, "the body of 200: it is not JSON"],
    ["of another type", { body: "[]" }, "the body of 200: it must be an object, not an array"],
  ])("%s", (_, part, violation) => {
    expect(violationOf({ ...reply, ...part }, documented, validators)).toBe(violation);
  });

  test("with a body where none is documented", () => {
    const empty: Response = { status: "200", description: "", headers: [], content: [] };
    expect(violationOf(reply, empty, validators)).toBe("200 has a body, and none is documented");
    expect(violationOf({ ...reply, body: undefined }, empty, validators)).toBeUndefined();
  });
});

test("the command has it as a flag", async () => {
  expect((await run(["--help"])).stdout).toContain("--strict");
  const running = await start(["--port", "0", "--strict"]);
  try {
    expect((await fetch(`${running.url}/notes`, putRequest(NOTE_REQUEST))).status).toBe(200);
  } finally {
    running.signal("SIGTERM");
  }
  expect(await running.ended).toBe(0);
});

test.each([
  ["no answer", {}],
  ["none but interim ones", { "103": { description: "Early Hints" } }],
])(
  "an operation that documents %s has nothing that an answer could be held against",
  async (_, responses) => {
    const { fetch } = createSandbox({ description: describing("/", { responses }), strict: true });
    expect((await fetch("http://sandbox/")).status).toBe(200);
  },
);
