import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { type ServedAnswer, serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";

/** Sends a part of a request and then nothing; gives all that comes back until the connection is closed. */
async function stall(sent: string): Promise<{ received: string; answers: ServedAnswer[] }> {
  const answers: ServedAnswer[] = [];
  const server = await serveSandbox(createSandbox(), {
    port: 0,
    requestTimeout: 50,
    onAnswer: (answer) => answers.push(answer),
  });
  onTestFinished(() => server.close());
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(server.url).port) });
  socket.write(sent);
  return { received: await text(socket), answers };
}

const HEAD = "PUT /notes HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\n";
const AUTHORIZED = `${HEAD}Authorization: Bearer any\r\n`;

test.each([
  ["headers", "PUT /notes HTTP/1.1\r\nHost: sand", "?"],
  ["a body of a known length", `${AUTHORIZED}Content-Length: 50\r\n\r\n{"id"`, "PUT"],
  ["a body in chunks", `${AUTHORIZED}Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n`, "PUT"],
])(
  "%s that do not come to an end are answered with 408, and the connection is closed",
  async (_, sent, method) => {
    const { received, answers } = await stall(sent);
    const [head = "", body = ""] = received.split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1\.1 408 /);
    expect(head).toMatch(/^connection: close\r?$/im);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect(answers).toMatchObject([{ method, status: 408 }]);
  },
);

test("a body that nobody waits for ends as well", async () => {
  const { received, answers } = await stall(`${HEAD}Content-Length: 50\r\n\r\n{"id"`);
  expect(received).toMatch(/^HTTP\/1\.1 401 /);
  expect(answers).toMatchObject([{ status: 401 }]);
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  "a request timeout of %d is none",
  async (requestTimeout) => {
    await expect(serveSandbox(createSandbox(), { port: 0, requestTimeout })).rejects.toThrow(RangeError);
  },
);
