import { describe, expect, test } from "vitest";
import { chosenBody, raw, readByContentType, splitChosenInput, steps } from "../src/runtime/index.ts";
import { ValidationError } from "../src/schemas.ts";
import { all, properties, required, schema, type, validation } from "../src/validation/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { type Answer, reply, serve } from "./server.ts";

const named = schema(() => all(type("object"), required("name"), properties({ name: type("string") })));
const entries = {
  send: {
    method: "POST",
    path: "/things",
    body: "application/json",
    bodies: { "application/merge-patch+json": { grouped: true }, "text/csv": { grouped: true } },
    response: ["json", "text"],
  },
  find: { method: "GET", path: "/things", response: "json-or-none" },
} as const;
const description = {
  prepare: steps(chosenBody(raw), readByContentType),
  split: splitChosenInput,
};

/** A client that validates, of a server with these answers. */
async function validating(...answers: [Answer, ...Answer[]]) {
  const server = await serve(...answers);
  const client = otherClient(server, entries, { description });
  client.use(
    validation(entries, {
      send: { input: named, output: named, errors: {} },
      find: { input: schema(() => type("object")), output: named, errors: {} },
    })(),
  );
  return { server, client };
}

const name = { name: "a" };

describe("validation knows one body of a request", () => {
  test("which is validated when a call chooses no other", async () => {
    const { server, client } = await validating(reply(200, name));
    await client.send(name);
    await rejection(client.send({ name: 1 }), ValidationError);
    await rejection(client.send({ name: 1 }, { contentType: "application/json" }), ValidationError);
    expect(server.requests).toHaveLength(1);
  });

  test("and leaves another to whoever chooses it, JSON or not", async () => {
    const { server, client } = await validating(reply(200, name));
    await client.send({ body: { name: null } }, { contentType: "application/merge-patch+json" });
    await client.send({ body: "a,b" }, { contentType: "text/csv" });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"name":null}', "a,b"]);
  });
});

describe("of a success that may be JSON", () => {
  const text = (body: string) => reply(200, body, { "Content-Type": "text/plain" });

  test("JSON is validated, and text is not, even if it could be parsed", async () => {
    const { client } = await validating(text("5"), reply(200, name), reply(200, { name: 5 }));
    expect(await client.send(name)).toBe("5");
    expect(await client.send(name)).toEqual(name);
    await rejection(client.send(name), ValidationError);
  });

  test("one that is missing is not validated", async () => {
    const { client } = await validating(reply(202), reply(200, { name: 5 }));
    expect(await client.find()).toBeUndefined();
    await rejection(client.find(), ValidationError);
  });
});
