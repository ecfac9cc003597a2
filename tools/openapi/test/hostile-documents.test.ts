import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  basePath,
  checkOf,
  type Description,
  errorResponses,
  findDirected,
  isObject,
  isOptional,
  negotiate,
  objectShape,
  ReferenceObjectError,
  readDescription,
  type Schema,
  selectMediaType,
  successResponses,
  typesOf,
} from "../src/index.ts";
import { type Version, versions } from "./support/read.ts";
import { wholeDocument } from "./support/whole-document.ts";

type Path = readonly (string | number)[];

/** Every place in a document. */
function* placesIn(node: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (Array.isArray(node))
    for (const [index, item] of node.entries()) yield* placesIn(item, [...path, index]);
  else if (isObject(node))
    for (const [key, value] of Object.entries(node)) yield* placesIn(value, [...path, key]);
}

const oddKey = fc.constantFrom(
  "__proto__",
  "constructor",
  "100%",
  "",
  "x-a",
  "$ref",
  "~1",
  "type",
  "schema",
  "default",
);

const oddNode = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 1.5, true, false, "", "text", "100%", [], {}, [null], [[]], [{}]),
  fc.constantFrom<unknown>({ $ref: 1 }, { $ref: "" }, { $ref: "#" }, { $ref: "#/100%" }, { $ref: "a.yaml" }),
  fc
    .constantFrom("schemas/Pet", "schemas/Cat/properties", "parameters/Id", "responses/Error", "nothing")
    .map((to): unknown => ({ $ref: `#/components/${to}` })),
  fc.constantFrom("#/paths/~1pets", "#/paths", "#/info/title", "#/tags/0").map(($ref): unknown => ({ $ref })),
  oddKey.chain((key) =>
    fc.constantFrom<unknown>({ [key]: null }, { [key]: {} }, { [key]: { type: "string" } }),
  ),
);

/** A change of one place: its node, or the key that it stands under. */
interface Change {
  readonly at: number;
  readonly node: unknown;
  readonly key: string | null;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  node: oddNode,
  key: fc.option(oddKey, { freq: 4 }),
});

function changed(
  node: unknown,
  [key, ...rest]: Path,
  change: (holder: object, key: string) => object,
): unknown {
  if (key === undefined || typeof node !== "object" || node === null) return node;
  if (rest.length === 0) return change(node, String(key));
  const children = Object.entries(node).map(([name, child]) => [
    name,
    name === String(key) ? changed(child, rest, change) : child,
  ]);
  return Array.isArray(node) ? children.map(([, child]) => child) : Object.fromEntries(children);
}

const version = fc.constantFrom<Version>(...versions.map(([version]) => version));
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function mutate(version: Version, changes: readonly Change[]): object {
  let document: unknown = wholeDocument(version);
  for (const { at, node, key } of changes) {
    const places = [...placesIn(document)].slice(1);
    const place = places[at % places.length] ?? [];
    document = changed(document, place, (holder, last) => {
      if (Array.isArray(holder)) return holder.map((item, index) => (String(index) === last ? node : item));
      const entries = Object.entries(holder).map(([name, value]) =>
        name === last ? [key ?? name, key === null ? node : value] : [name, value],
      );
      return Object.fromEntries(entries);
    });
  }
  return document as object;
}

/** What whoever has a description asks of it. */
function use(description: Description): void {
  const { schemas, tracksEvaluated, operations, webhooks, servers, security } = description;
  const isDirected = findDirected(schemas);
  const ask = (schema: Schema | undefined) => {
    checkOf(schema, { schemas, tracksEvaluated });
    typesOf(schema, schemas);
    objectShape(schema, schemas);
    isDirected(schema);
  };
  for (const schema of Object.values(schemas)) ask(schema);
  for (const operation of [...operations, ...webhooks]) {
    for (const { schema } of operation.parameters) ask(schema);
    for (const response of operation.responses) {
      for (const { schema } of response.headers) ask(schema);
      for (const { schema } of response.content) ask(schema);
      negotiate(response.content, "text/*, application/json;q=0.5");
      selectMediaType(response.content, "application/json");
    }
    successResponses(operation.responses);
    errorResponses(operation.responses);
    operation.servers.map((server) => basePath(server));
    isOptional(operation.security);
  }
  servers.map((server) => basePath(server));
  isOptional(security);
}

describe("whatever a document has in whatever place", () => {
  test("it is read, or refused with a message of ours", () => {
    let refused = 0;
    let count = 0;
    fc.assert(
      fc.property(version, changes, (version, changes) => {
        const document = mutate(version, changes);
        count++;
        const before = JSON.stringify(document);
        try {
          const description = readDescription(document);
          use(description);
          // It is plain data: nothing but JSON, and undefined.
          expect(structuredClone(description)).toEqual(description);
          expect(JSON.parse(JSON.stringify(description))).toEqual(description);
        } catch (error) {
          if (!(error instanceof ReferenceObjectError || error instanceof TypeError)) throw error;
          // One that the platform made would be a mistake of ours.
          expect(error.message).toMatch(/^The (description|reference) /);
          refused++;
        }
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: 200 },
    );
    // Neither all nor none of them, or little was tried.
    expect(refused / count).toBeGreaterThan(0.05);
    expect(refused / count).toBeLessThan(0.6);
  });

  test.each(versions)("OpenAPI %s: a document that has something of everything is read whole", (version) => {
    const description = readDescription(wholeDocument(version));
    use(description);
    expect(description.notices).toEqual([]);
    expect(description.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "get /pets/{id}",
      "put /pets/{id}",
      "get /pets",
      "put /pets",
    ]);
  });
});

describe("a document that is built to exhaust the stack", () => {
  const nested = (levels: number, wrap: (schema: object) => object) => {
    let schema: object = { type: "string" };
    for (let level = 0; level < levels; level++) schema = wrap(schema);
    return { openapi: "3.1.1", components: { schemas: { A: schema } } };
  };
  const wraps: [keyword: string, wrap: (schema: object) => object][] = [
    ["properties", (a) => ({ type: "object", properties: { a } })],
    ["items", (items) => ({ type: "array", items })],
    ["allOf", (a) => ({ allOf: [a] })],
    ["anyOf", (a) => ({ anyOf: [a, { type: "null" }] })],
    ["not", (not) => ({ not })],
  ];

  test.each(wraps)("some hundreds of %s are read", (_, wrap) => {
    expect(() => use(readDescription(nested(300, wrap)))).not.toThrow();
  });

  test.each(wraps)("thousands of %s are refused", (_, wrap) => {
    expect(() => readDescription(nested(20_000, wrap))).toThrow(
      new TypeError("The description is nested too deeply to be read"),
    );
  });

  test("a thousand schemas may refer to each other", () => {
    const of = (schema: (next: object, index: number) => object) => {
      const names = Array.from({ length: 1_000 }, (_, index) => index);
      const next = (index: number) => ({ $ref: `#/components/schemas/S${(index + 1) % names.length}` });
      const schemas = Object.fromEntries(names.map((index) => [`S${index}`, schema(next(index), index)]));
      const requestBody = { content: { "image/png": { schema: { $ref: "#/components/schemas/S0" } } } };
      return { openapi: "3.1.1", paths: { "/": { post: { requestBody } } }, components: { schemas } };
    };
    const documents = [
      of((next) => ({ type: "object", properties: { next } })),
      of((next) => ({ allOf: [next] })),
      of((next) => ({ anyOf: [next, { type: "string", format: "binary" }] })),
      of((next, index) => (index === 999 ? { type: "string", format: "binary" } : next)),
    ];
    for (const document of documents) {
      use(readDescription(document));
    }
  });

  test("thousands of callbacks in callbacks are refused", () => {
    let item: object = { post: {} };
    for (let level = 0; level < 20_000; level++) item = { post: { callbacks: { a: { "{$url}": item } } } };
    expect(() => readDescription({ openapi: "3.1.1", paths: { "/": item } })).toThrow(
      new TypeError("The description is nested too deeply to be read"),
    );
  });
});
