import { readDescription } from "@visitors-api/openapi";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import document from "@visitors-api/openapi/notes" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { answerOf, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

const ADA = { id: "1", slug: "ada", name: "Ada" };
const BOB = { id: "2", slug: "bob", name: "Bob" };

function sandboxOf(options: SandboxOptions = {}) {
  const sandbox = createSandbox(options);
  const ask = (method: string, path: string, body?: unknown, headers: HeadersInit = {}) =>
    sandbox.fetch(`http://sandbox/_sandbox${path}`, {
      method,
      headers: { authorization: "Bearer any", "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    sandbox,
    update: (body: unknown) => sandbox.fetch("http://sandbox/notes", putRequest(body)),
    /** What a request is answered with that should succeed. */
    json: async (...request: Parameters<typeof ask>) => {
      const response = await ask(...request);
      expect(response.status).toBe(200);
      return response.json();
    },
    /** What a request is answered with that should be refused in the described shape. */
    error: (...request: Parameters<typeof ask>) => answerOf(ask(...request)),
    ask,
  };
}

describe("GET /_sandbox/notes", () => {
  test("shows the notes that there are, as the API has changed them", async () => {
    const { json, update } = sandboxOf({ now: () => 1712223171_000 });
    await update({ ...NOTE_REQUEST, name: "Ada" });
    expect(await json("GET", "/notes")).toEqual({
      notes: [{ ...NOTE, name: "Ada" }],
      total: 1,
      next_cursor: null,
    });
  });

  test("goes through many notes page by page", async () => {
    const notes = Array.from({ length: 120 }, (_, n) => ({ id: `v${n}` }));
    const { json } = sandboxOf({ start: notes });
    const first = await json("GET", "/notes");
    expect(first).toMatchObject({ total: 120, notes: notes.slice(0, 50) });
    const second = await json("GET", `/notes?limit=70&cursor=${first.next_cursor}`);
    expect(second).toEqual({ total: 120, notes: notes.slice(50), next_cursor: null });
  });

  test.each(["0", "1001", "-1", "1.5", "many", ""])("refuses limit=%s", async (limit) => {
    const { status, body } = await sandboxOf().error("GET", `/notes?limit=${limit}&cursor=next`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { message: "limit must be a whole number from 1 to 1000", field: "limit" },
      { message: "cursor must be the next_cursor of another page", field: "cursor" },
    ]);
  });
});

describe("GET /_sandbox/notes/{id}", () => {
  test("shows one note", async () => {
    const { json } = sandboxOf({ start: [ADA, { id: "a/b é" }] });
    expect(await json("GET", "/notes/1")).toEqual(ADA);
    expect(await json("GET", "/notes/a%2Fb%20%C3%A9")).toEqual({ id: "a/b é" });
  });

  test.each(["/notes/9", "/notes/%ff"])("answers %s with 404", async (path) => {
    expect((await sandboxOf().error("GET", path)).status).toBe(404);
  });
});

describe("POST /_sandbox/seed", () => {
  test("adds notes, in place of those with the same id", async () => {
    const { json, update } = sandboxOf({ start: [ADA] });
    expect(await json("POST", "/seed", [{ ...ADA, name: "Ida" }, BOB])).toEqual({ total: 2 });
    expect((await json("GET", "/notes")).notes).toEqual([{ ...ADA, name: "Ida" }, BOB]);
    expect((await update({ slug: "bob", name: "Rob" })).status).toBe(200);
  });

  test("names every mistake with the index of its note, and adds none", async () => {
    const { error, json } = sandboxOf({ start: [ADA] });
    const list = [BOB, { id: "3", name: 3, tags: { tags: [{ id: 4 }] } }, { name: "x" }, null, { ...BOB }];
    const { status, body } = await error("POST", "/seed", list);
    expect(status).toBe(400);
    expect(body.errors?.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      expect.stringMatching(/^1\.name: \[1\]\.name must be a string or null/),
      expect.stringMatching(/^1\.tags\.tags\.0\.id: \[1\]\.tags\.tags\.0\.id must be a string/),
      "2.id: [2].id is required",
      "3: [3] must be an object",
      '4.id: [4].id is "2", which [0] has already',
      '4.slug: [4].slug is "bob", which [0] has already',
    ]);
    expect((await json("GET", "/notes")).notes).toEqual([ADA]);
  });

  test("says how many more mistakes there are than the hundred that it names", async () => {
    const { body } = await sandboxOf().error("POST", "/seed", Array.from({ length: 150 }));
    expect(body.errors).toHaveLength(101);
    expect(body.errors?.at(-1)?.message).toBe("and 50 more mistakes");
  });

  test("refuses the slug of a note that stays, and adds none", async () => {
    const { error, json } = sandboxOf({ start: [ADA] });
    const { status, body } = await error("POST", "/seed", [BOB, { id: "3", slug: "ada" }]);
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      {
        code: "conflict",
        field: "1.slug",
        message: '[1].slug cannot be taken: note "1" has this slug already',
      },
    ]);
    expect((await json("GET", "/notes")).notes).toEqual([ADA]);
  });

  test.each([
    ["a body that is no list", ADA, {}, 400],
    ["a body that is not JSON", "[", {}, 400],
    ["no body", undefined, {}, 400],
    ["another media type", "[]", { "content-type": "text/csv" }, 415],
  ])("refuses %s", async (_, body, headers, expected) => {
    expect((await sandboxOf().error("POST", "/seed", body, headers)).status).toBe(expected);
  });

  test("takes more than the API takes in one request", async () => {
    const notes = Array.from({ length: 2000 }, (_, n) => ({ id: `v${n}`, name: "n".repeat(1000) }));
    expect(await sandboxOf().json("POST", "/seed", notes)).toEqual({ total: 2001 });
  });
});

test("POST /_sandbox/reset goes back to the notes that the sandbox started with", async () => {
  const { json, update } = sandboxOf({ start: [ADA] });
  await update({ id: "1", name: "Ida" });
  await json("POST", "/seed", [BOB]);
  expect(await json("POST", "/reset")).toEqual({ total: 1 });
  expect((await json("GET", "/notes")).notes).toEqual([ADA]);
});

test("GET /_sandbox/requests shows what the API received, without credentials", async () => {
  const { json, update, sandbox } = sandboxOf();
  await update(NOTE_REQUEST);
  const { requests } = await json("GET", "/requests");
  expect(requests).toEqual([expect.objectContaining({ path: "/notes", body: NOTE_REQUEST, status: 200 })]);
  expect(JSON.stringify(requests)).not.toContain("Bearer");
  // What is asked of the sandbox itself is not among what a test has to look through.
  expect(sandbox.requests).toHaveLength(1);
});

/** Those of its operations, each once. */
async function challengesOfTheApi(): Promise<string> {
  const description = readDescription(document);
  const { fetch } = createSandbox({ token: "s3cret" });
  const answers = await Promise.all(
    description.operations.map((operation) => fetch(toRequest(exampleRequest(description, operation)))),
  );
  // The parameters of a challenge are in lower case, the names of schemes are not.
  const challenges = answers.flatMap(
    ({ headers }) => headers.get("www-authenticate")?.split(/, (?=[A-Z])/) ?? [],
  );
  expect(challenges).toContain("Bearer");
  return [...new Set(challenges)].join(", ");
}

describe("the paths of the sandbox", () => {
  const PATHS = [
    ["GET", "/notes"],
    ["GET", "/notes/1"],
    ["POST", "/seed"],
    ["POST", "/reset"],
    ["GET", "/requests"],
  ] as const;

  test.each(PATHS)(
    "%s /_sandbox%s needs the token of the API, and says so as the API does",
    async (method, path) => {
      const { error, update } = sandboxOf({ token: "s3cret", start: [ADA] });
      const documented = await answerOf(update({ id: "1" }));
      const challenges = await challengesOfTheApi();
      for (const authorization of ["", "Bearer other", "Basic s3cret"]) {
        const { status, headers, body } = await error(method, path, undefined, { authorization });
        expect(status).toBe(401);
        expect(headers.get("www-authenticate")).toBe(challenges);
        expect(body.errors).toEqual(documented.body.errors);
      }
    },
  );

  test.each(PATHS)("%s /_sandbox%s says which methods there are", async (method, path) => {
    const { status, headers } = await sandboxOf().error("DELETE", path);
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe(method === "GET" ? "GET, HEAD" : method);
  });

  test.each(["", "/", "/nothing", "/notes/", "/notes/1/2", "/Notes"])(
    "/_sandbox%s is not one",
    async (path) => {
      expect((await sandboxOf().error("GET", path)).status).toBe(404);
    },
  );

  test("answer HEAD without a body", async () => {
    const response = await sandboxOf().ask("HEAD", "/notes");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  test("take the credential that another description asks for", async () => {
    const description = {
      openapi: "3.1.0",
      info: {},
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
      paths: {
        "/open": { get: { responses: {} } },
        "/things": { get: { security: [{ key: [] }], responses: {} } },
      },
    };
    const { ask } = sandboxOf({ description, token: "s3cret" });
    const answers = [
      await ask("GET", "/requests"),
      await ask("GET", "/requests", undefined, { "x-key": "s3cret" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  });

  test("are open with an API that is, unless there is a token", async () => {
    const description = { openapi: "3.1.0", info: {}, paths: { "/open": { get: { responses: {} } } } };
    const headers = { authorization: "" };
    expect((await sandboxOf({ description }).ask("GET", "/requests", undefined, headers)).status).toBe(200);
    const guarded = sandboxOf({ description, token: "s3cret" });
    expect((await guarded.ask("GET", "/requests", undefined, headers)).status).toBe(401);
    expect(
      (await guarded.ask("GET", "/requests", undefined, { authorization: "Bearer s3cret" })).status,
    ).toBe(200);
  });
});
