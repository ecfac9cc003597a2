import { pointed } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { loadText } from "./support/load-text.ts";
import { head, ok } from "./support/mistakes.ts";

test("lets through what makes no difference to a client, and says so where it is", async () => {
  const { warnings, places } = await loadText({
    "openapi.yaml": `${head}▶definitions: {}
tags: ▶none
paths:
  x-extension: 5
  /a:
    ▶produces: [application/json]
    get:
      ▶consumes: [application/json]
      parameters:
        - { name: page, in: query, ▶type: integer }
      responses:
        ▶ok: { description: No status }
        "200":
          description: Found
          content:
            application/json: { ▶schemaName: Pet, schema: { type: object } }
            ▶examples: {}
components:
  schemas:
    Pet: { ▶discription: A pet, minLength: ▶"5", x-extension: 5, ▶WARNING: soon }
    Cat: { type: string, ▶nullable: true }
`,
  });
  expect(warnings.map(({ message }) => message)).toEqual([
    "`definitions` is no field of a description. It is ignored.",
    '`tags` must be a list of tags, and this is "none". It is ignored.',
    "`produces` is no field of a path item. It is ignored.",
    "`consumes` is no field of an operation. It is ignored.",
    "`type` of a parameter belongs under `schema`. It is read as if it stood there.",
    "`ok` is no status of a response. It is ignored.",
    "`schemaName` is no field of a media type. It is ignored.",
    "`examples` is no media type. It is ignored.",
    "`discription` is no field of a schema. Did you mean `description`? It is ignored.",
    '`minLength` must be a number, and this is "5". It is ignored.',
    "`WARNING` is no field of a schema. It is ignored.",
    'OpenAPI 3.1 does not know `nullable`, and it is ignored. Write `type: [string, "null"]`, or whichever types there are.',
  ]);
  expect(warnings.map(({ place }) => place)).toEqual(places);
});

test("says what is so in many places once, and in how many", async () => {
  const schemas = (count: number) =>
    Array.from({ length: count }, (_, index) => `    S${index}: { type: string, nullable: true }\n`).join("");
  for (const [count, end] of [
    [1, "there are."],
    [2, "there are. So it is in another place."],
    [4, "there are. So it is in 3 other places."],
  ] as const) {
    const { warnings } = await loadText({
      "openapi.yaml": `${head}paths: {}\ncomponents:\n  schemas:\n${schemas(count)}`,
    });
    expect(warnings).toEqual([
      {
        place: "openapi.yaml:6:25",
        message: expect.stringMatching(new RegExp(`${end.replaceAll(".", "\\.")}$`)),
      },
    ]);
  }
});

test("takes a text that YAML takes for a number, and no text where there is none", async () => {
  const { description, warnings } = await loadText({
    "openapi.yaml": `openapi: 3.1.0
info: { title: 2024, version: 1.5, description: }
paths:
  /a: { get: { summary: 404, tags: [1, yes], description: null, ${ok} } }
`,
  });
  expect(warnings).toEqual([]);
  expect(description["info"]).toEqual({ title: "2024", version: "1.5" });
  expect(pointed(description, "#/paths/~1a")).toMatchObject({ get: { summary: "404", tags: ["1", "yes"] } });
});

test("says nothing of statuses in lower case, of headers, links, callbacks and webhooks that are in order", async () => {
  const { warnings } = await loadText({
    "openapi.yaml": `${head}paths:
  /a:
    get:
      responses:
        2xx: { description: Found, headers: { X-A: { schema: { type: string } } }, links: { self: { operationId: a } } }
        Default: { description: Other }
      callbacks: { done: { "{$request.body#/url}": { post: { ${ok} } } } }
webhooks:
  added: { post: { ${ok} } }
`,
  });
  expect(warnings).toEqual([]);
});

test("says that the headers of a form's parts are not sent", async () => {
  const { warnings, places } = await loadText({
    "openapi.yaml": `${head}paths:
  /a:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { file: { type: string } } }
            encoding:
              file: { contentType: text/plain, ▶headers: { X-Checksum: { schema: { type: string } } } }
              note: { headers: { Content-Type: { schema: { type: string } } } }
      ${ok}
`,
  });
  expect(warnings).toEqual([{ place: places[0], message: "The headers of a form's parts are not sent." }]);
});

test("says which days of what is deprecated are not read, and reads the others", async () => {
  const { description, warnings, places } = await loadText({
    "openapi.yaml": `${head}paths:
  /a:
    get:
      deprecated: true
      x-deprecated-since: 2026-11-30
      x-sunset: ▶2026-11-29
      parameters:
        - { name: old, in: query, schema: { type: string }, x-sunset: ▶2027-06-30 }
        - { name: older, in: query, deprecated: true, schema: { type: string }, x-sunset: 2027-06-30 }
      responses:
        "200":
          description: Found
          headers: { X-A: { deprecated: true, x-sunset: ▶soon, schema: { type: string } } }
components:
  schemas:
    Pet: { type: object, properties: { tag: { deprecated: true, x-deprecated-since: ▶2026-02-30 } } }
`,
  });
  const messages = new Map(warnings.map(({ place, message }) => [place, message]));
  expect(places.map((place) => messages.get(place))).toEqual([
    "`x-sunset` must not be before `x-deprecated-since`. It is ignored.",
    "`x-sunset` stands beside `deprecated: true`, and what it stands beside is not deprecated. It is ignored.",
    '`x-sunset` must be a day such as "2027-06-30". It is ignored.',
    '`x-deprecated-since` must be a day such as "2027-06-30". It is ignored.',
  ]);
  expect(messages.size).toBe(places.length);
  const at = (pointer: string) => pointed(description, pointer);
  expect(at("#/paths/~1a/get")).toMatchObject({ "x-deprecated-since": "2026-11-30" });
  expect(at("#/paths/~1a/get/parameters/1")).toMatchObject({ "x-sunset": "2027-06-30" });
  expect(at("#/components/schemas/Pet/properties/tag")).toEqual({ deprecated: true });
});
