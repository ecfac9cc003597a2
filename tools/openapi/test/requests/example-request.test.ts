import { expect, test } from "vitest";
import { readDescription } from "../../src/index.ts";
import { yaml } from "../support/read.ts";
import { exampleRequest, toRequest } from "./example-request.ts";

const description = readDescription(
  yaml(`
    openapi: 3.1.0
    info: { title: Notes, version: "1" }
    servers: [{ url: "https://notes.example/v1/" }]
    security: [{ token: [] }]
    components:
      securitySchemes:
        token: { type: http, scheme: bearer }
        login: { type: http, scheme: basic }
        inHeader: { type: apiKey, in: header, name: X-Key }
        inQuery: { type: apiKey, in: query, name: api key }
        inCookie: { type: apiKey, in: cookie, name: session }
    paths:
      /notes:
        get:
          operationId: list
          parameters:
            - { name: labels, in: query, style: pipeDelimited, explode: false, example: [a, b c] }
            - { name: page, in: query, schema: { type: integer, example: 2 } }
            - { name: filter, in: query, required: true, style: deepObject, schema: { type: object, properties: { by: { type: string, example: me } } } }
            - { name: X-Trace, in: header, example: [a, b] }
            - { name: theme, in: cookie, example: dark }
          security: [{ inQuery: [], inCookie: [] }]
          responses: {}
        post:
          operationId: write
          security: [{ login: [] }]
          requestBody:
            content:
              application/json:
                examples: { short: { value: { text: a } }, long: { value: { text: abc } } }
          responses: {}
      /notes/{id}{kind}:
        put:
          operationId: attach
          security: [{ inHeader: [] }, { token: [] }]
          parameters:
            - { name: id, in: path, required: true, example: a/b }
            - { name: kind, in: path, required: true, style: matrix, example: text }
          requestBody:
            content:
              multipart/form-data: { example: { text: a, tags: [b, c], about: { by: me } } }
          responses: {}
        patch:
          operationId: fill
          parameters: [{ name: id, in: path, required: true, example: 7 }, { name: kind, in: path, required: true, example: "" }]
          requestBody:
            content:
              application/x-www-form-urlencoded:
                example: { text: a & b, tags: [b, c], about: { by: me } }
                encoding: { tags: { style: form, explode: false } }
          responses: {}
      /text:
        post:
          operationId: say
          security: []
          requestBody: { content: { "text/*": { example: Call back } } }
          responses: {}
  `),
);

function requestOf(id: string, example?: string) {
  const operation = description.operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`There is no ${id}`);
  const { body, ...request } = exampleRequest(description, operation, { example });
  return { ...request, body: new TextDecoder().decode(body) };
}

test("parameters are written in their places and styles, those among them that the description shows no value of", () => {
  expect(requestOf("list")).toEqual({
    method: "GET",
    target: "/v1/notes?labels=a%7Cb%20c&filter%5Bby%5D=me&api%20key=any",
    headers: { "x-trace": "a,b", cookie: "theme=dark; session=any" },
    body: "",
  });
});

test("a body is the example that is asked for, and otherwise the first", () => {
  const headers = { authorization: "Basic YW55OmFueQ==", "content-type": "application/json" };
  const request = { method: "POST", target: "/v1/notes", headers };
  expect(requestOf("write")).toEqual({ ...request, body: '{"text":"a"}' });
  expect(requestOf("write", "long")).toEqual({ ...request, body: '{"text":"abc"}' });
});

test("a form is written in the way of its media type", async () => {
  const [attach, fill] = [requestOf("attach"), requestOf("fill")];
  expect(attach).toMatchObject({ target: "/v1/notes/a%2Fb;kind=text", headers: { "x-key": "any" } });
  const form = await new Response(attach.body, { headers: attach.headers }).formData();
  expect([...form].map(([name, value]) => [name, typeof value === "string" ? value : value.type])).toEqual([
    ["text", "a"],
    ["tags", "b"],
    ["tags", "c"],
    ["about", '{"by":"me"}'],
  ]);
  expect(fill).toMatchObject({
    target: "/v1/notes/7",
    headers: { authorization: "Bearer any", "content-type": "application/x-www-form-urlencoded" },
    body: "text=a+%26+b&tags=b,c&about=%7B%22by%22%3A%22me%22%7D",
  });
});

test("what is open is sent without a credential, and text as it is", async () => {
  expect(requestOf("say")).toEqual({
    method: "POST",
    target: "/v1/text",
    headers: { "content-type": "text/plain" },
    body: "Call back",
  });
});

test("it becomes a Request that no platform adds a media type to", async () => {
  const [, write] = description.operations;
  if (write === undefined) throw new Error("There is one");
  const request = toRequest(exampleRequest(description, write));
  expect([request.method, request.url]).toEqual(["POST", "http://sandbox/v1/notes"]);
  expect(request.headers.get("content-type")).toBe("application/json");
  expect(await request.json()).toEqual({ text: "a" });
});
