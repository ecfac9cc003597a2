import type { StartedServer } from "@visitors-api/machine/start";
import { toRequest } from "@visitors-api/openapi/example-request";
import { createSandbox } from "@visitors-api/sandbox";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hangUpAfter, openConnection, type RawResponse, rawExchange } from "../../support/raw-exchange.ts";
import { startSandboxCommand } from "../../support/sandbox-command.ts";

import { nastyBodies, nastyJson } from "../../visitors/malformed/bodies.ts";
import { hiddenRequest, nastyConnections } from "../../visitors/malformed/connections.ts";
import { problemsOfRefusal } from "../../visitors/malformed/refusal.ts";
import { malformedRequests } from "../../visitors/malformed/requests.ts";

const credential = { authorization: "Bearer any" };
const wellFormed = { ...credential, "content-type": "application/json" };

test("2,500 malformed requests, made from the description, are each refused as described, and change nothing", async () => {
  const sandbox = createSandbox();
  const visitors = async () => JSON.stringify(await sandbox.visitors.list(0, 1000));
  const before = await visitors();

  const property = fc.asyncProperty(malformedRequests, async (request) => {
    const { fault, operation, refusal } = request;
    const sent = `${fault}: ${request.method} ${request.target} ${new TextDecoder().decode(request.body)}`;
    const answer = await answerOf(await sandbox.fetch(toRequest(request)));
    expect(problemsOfRefusal(answer, operation), sent).toBe("");
    expect(answer.status, `${sent}\n${answer.body}`).toBe(refusal);
    expect(await visitors(), sent).toBe(before);
  });
  await fc.assert(property, { numRuns: 2500 });
});

test.each(nastyBodies)(
  "$name is refused as described without a socket, and changes nothing",
  async (nasty) => {
    const sandbox = createSandbox();
    const before = await sandbox.visitors.list(0, 1000);
    const body = Uint8Array.from(Buffer.from(nasty.body));
    const headers = withoutEmpty({ ...wellFormed, ...nasty.headers });

    const response = await sandbox.fetch(toRequest({ method: "PUT", target: "/visitors", headers, body }));

    const answer = await answerOf(response);
    expect(problemsOfRefusal(answer)).toBe("");
    expect(answer.status, answer.body).toBe(nasty.status);
    expect(await sandbox.visitors.list(0, 1000)).toEqual(before);
  },
);

test("what only looks dangerous is taken as it is described, and word for word", async () => {
  const sandbox = createSandbox();
  const attributes = '{"__proto__":"polluted","constructor":1,"toString":true,"":"no name","\\u0000":0.1}';
  const body = `{"id":"660e73c36abd01bd27af623d","polluted":1,"__proto__":{"polluted":1},"custom_attributes":${attributes}}`;

  const response = await sandbox.fetch("http://sandbox/visitors", {
    method: "PUT",
    headers: wellFormed,
    body,
  });

  expect(response.status).toBe(200);
  expect(await response.text()).toContain(`"custom_attributes":${attributes}`);
  expect(JSON.stringify(await sandbox.visitors.list(0, 1000))).toContain(`"custom_attributes":${attributes}`);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

describe("over a socket, to the sandbox's own command,", () => {
  let server: StartedServer;
  let before: string;

  beforeAll(async () => {
    server = await startSandboxCommand();
    before = await visitors();
  });

  afterAll(() => server.stop());

  /** Which also shows that it still answers. */
  async function visitors(): Promise<string> {
    const response = await fetch(`${server.url}/_sandbox/visitors`, { headers: credential });
    return response.text();
  }

  test.each(nastyConnections)("$name is refused as described, and changes nothing", async (nasty) => {
    const { parts, statuses, half = false } = nasty;

    const { responses, rest } = await rawExchange(server.url, parts, { half, responses: statuses.length });

    expect(responses.map((response) => problemsOfRefusal(fromRaw(response)))).toEqual(statuses.map(() => ""));
    expect(responses.map(({ status }) => status)).toEqual(statuses);
    expect(rest).toBe("");
    expect(await visitors()).toBe(before);
  });

  test.each([
    ...nastyBodies.map((nasty) => ({ ...nasty, line: "PUT /visitors" })),
    // A list of visitors is what it takes.
    ...nastyJson
      .filter(({ name }) => name !== "a list")
      .map((nasty) => ({ ...nasty, line: "POST /_sandbox/seed" })),
  ])(
    "$name is refused as described by $line, and changes nothing",
    async ({ body, headers, status, line }) => {
      const { responses } = await rawExchange(
        server.url,
        rawRequest(line, { ...wellFormed, ...headers }, body),
      );

      expect(responses.map((response) => problemsOfRefusal(fromRaw(response)))).toEqual([""]);
      expect(responses[0]?.status, responses[0]?.body).toBe(status);
      expect(await visitors()).toBe(before);
    },
  );

  test("clients that hang up in the middle of a request change nothing", async () => {
    for (let length = 1; length < hiddenRequest.length; length += 5) {
      await hangUpAfter(server.url, hiddenRequest.slice(0, length));
    }
    expect(await visitors()).toBe(before);
  });

  test("200 clients that leave their requests unfinished do not keep another from being answered", async () => {
    const idle = Array.from({ length: 200 }, (_, index) => {
      const unfinished = hiddenRequest.slice(0, 1 + (index % (hiddenRequest.length - 1)));
      return openConnection(server.url, unfinished);
    });
    const sockets = await Promise.all(idle);
    expect(await visitors()).toBe(before);
    for (const socket of sockets) socket.destroy();
  });

  test("300 malformed requests, made from the description, are each refused as described, and change nothing", async () => {
    const property = fc.asyncProperty(malformedRequests, async (request) => {
      const { method, target, headers, body, operation, refusal } = request;
      const { responses } = await rawExchange(server.url, rawRequest(`${method} ${target}`, headers, body));
      expect(responses.map((response) => problemsOfRefusal(fromRaw(response), operation))).toEqual([""]);
      expect(responses[0]?.status, responses[0]?.body).toBe(refusal);
    });
    await fc.assert(property, { numRuns: 300 });
    expect(await visitors()).toBe(before);
  });

  test("the request that many of those hide does change the visitor, sent by itself", async () => {
    const { responses } = await rawExchange(server.url, [hiddenRequest]);

    expect(responses.map(({ status }) => status)).toEqual([200]);
    expect(await visitors()).not.toBe(before);
  });

  test("nothing of all that was answered with a 5xx, or is told of as a mistake of its own", async () => {
    const lines = server.output().split("\n");
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter((line) => / 5\d\d( |$)|Error|Warning/.test(line))).toEqual([]);
  });
});

async function answerOf(response: Response) {
  const { status, headers } = response;
  return { status, contentType: headers.get("content-type"), body: await response.text() };
}

function fromRaw({ status, headers, body }: RawResponse) {
  return { status, contentType: headers["content-type"], body };
}

function rawRequest(
  line: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): Uint8Array[] {
  const bytes = Buffer.from(body);
  const all = { host: "sandbox", "content-length": String(bytes.byteLength), ...headers };
  const lines = Object.entries(withoutEmpty(all)).map(([name, value]) => `${name}: ${value}`);
  const head = [`${line} HTTP/1.1`, ...lines, "", ""];
  return [Buffer.from(head.join("\r\n"), "latin1"), bytes];
}

function withoutEmpty(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}
