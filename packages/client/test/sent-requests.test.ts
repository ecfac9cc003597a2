import { describe, expect, test } from "vitest";
import { ApiError } from "../src/index.ts";
import { createClient } from "./notes/generated/index.ts";
import { note, notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { reply, serve, silence } from "./server.ts";

const success = reply(200, note);

describe("what is sent decides, not what the description says: middleware that makes of a PUT", () => {
  test.each([
    ["POST", 1],
    ["PATCH", 1],
    ["DELETE", 3],
  ])("a %s has %i attempts, and the error names it", async (method, attempts) => {
    const server = await serve(reply(503, "", {}));
    const client = notesClient(server);
    client.use({ onRequest: ({ request: made }) => new Request(made, { method }) });
    const error = await rejection(client.updateNote(request), ApiError);
    expect(error).toMatchObject({ method, attempts });
    expect(server.requests.map((received) => received.method)).toEqual(Array(attempts).fill(method));
  });

  test("a request with a signal of its own has a call that ends with that", async () => {
    const server = await serve(silence);
    const client = notesClient(server);
    const controller = new AbortController();
    client.use({ onRequest: ({ request: made }) => new Request(made, { signal: controller.signal }) });
    const call = client.updateNote(request);
    await server.received(1);
    const reason = new Error("of middleware");
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
  });
});

describe("an object under Content-Type: application/x-www-form-urlencoded is sent as a form", () => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const body = { id: "1", name: "Shopping & Co" };

  test.each([
    ["of a call", {}, { headers }],
    [
      "of a call, in other letters and with a parameter",
      {},
      {
        headers: [["content-type", "Application/X-WWW-Form-Urlencoded;charset=utf-8"]] as [string, string][],
      },
    ],
    ["of the client", { headers }, {}],
  ])("where the header is that %s", async (_, ofClient, ofCall) => {
    const server = await serve(success);
    const client = notesClient(server, ofClient);
    await client.updateNote(body, ofCall);
    await client.PUT("/notes", { body, ...ofCall });
    for (const received of server.requests) {
      expect(received.body).toBe("id=1&name=Shopping+%26+Co");
      expect(received.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/i);
    }
    expect(server.requests).toHaveLength(2);
  });
});

test("a Request class that is given for one call is what its fetch gets, on each attempt", async () => {
  class OwnRequest extends Request {}
  const seen: boolean[] = [];
  const answers = [new Response(null, { status: 503, headers: { "Retry-After": "0" } }), Response.json(note)];
  const fetch = async (made: Request) => {
    seen.push(made instanceof OwnRequest);
    return answers.shift() ?? Response.error();
  };
  const client = createClient({ token, fetch });
  client.use({ onRequest: ({ request: made }) => void seen.push(made instanceof OwnRequest) });
  const { data } = await client.PUT("/notes", { body: request, Request: OwnRequest });
  expect(data).toEqual(note);
  expect(seen).toEqual([true, true, true]);
});

test.each([
  ["a record", { "X-One": "1", "X-Two": null }],
  ["pairs", [["X-One", "1"]] as [string, string][]],
  ["Headers", new Headers({ "X-One": "1" })],
])("headers of a call may be %s, as those of a client", async (_, headers) => {
  const server = await serve(success);
  await notesClient(server).updateNote(request, { headers });
  await notesClient(server, { headers }).updateNote(request);
  expect(server.requests.map((received) => received.headers["x-one"])).toEqual(["1", "1"]);
});
