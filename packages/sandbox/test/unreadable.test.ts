import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { type SandboxServer, type ServedAnswer, serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";

const VALID = '{"id":"7f3a","name":"Shopping"}';
const HEAD = "PUT /notes HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\n";
const AUTHORIZED = `${HEAD}Authorization: Bearer any\r\n`;

let server: SandboxServer;
let answers: ServedAnswer[];

afterEach(() => server.close());

/** Sends text to a sandbox as it is, and gives all that comes back until the connection is closed. */
async function exchange(sent: string, options: SandboxOptions = {}): Promise<string> {
  answers = [];
  server = await serveSandbox(createSandbox(options), {
    port: 0,
    onAnswer: (answer) => answers.push(answer),
  });
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(server.url).port), allowHalfOpen: true });
  socket.write(sent);
  const received = await text(socket);
  socket.destroy();
  return received;
}

function statuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));
}

test("what is no HTTP is answered with the described error, an id, and the end of the connection", async () => {
  const received = await exchange("hello\r\n\r\n", { requestId: () => "id-1" });

  const [head = "", body = ""] = received.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toMatch(/^content-type: application\/json\r?$/m);
  expect(head).toMatch(/^x-request-id: id-1\r?$/m);
  expect(head).toMatch(/^connection: close\r?$/m);
  expect(JSON.parse(body)).toMatchObject({
    request_id: "id-1",
    errors: [{ message: expect.stringContaining("The request cannot be read") }],
  });
  expect(answers).toMatchObject([{ method: "?", path: "/", status: 400 }]);
});

test("a request before what is no HTTP is answered first, however long that takes", async () => {
  const valid = `${AUTHORIZED}Content-Length: ${VALID.length}\r\n\r\n${VALID}`;

  const received = await exchange(`${valid}hello\r\n\r\n`, { faults: [{ delay: 100 }] });

  expect(statuses(received)).toEqual([200, 400]);
});

test("a body that breaks off is refused once, as the operation's other errors are", async () => {
  const received = await exchange(
    `${AUTHORIZED}Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\nno length\r\n`,
  );

  expect(statuses(received)).toEqual([400]);
  expect(received).toContain("The body cannot be read");
  expect(answers).toMatchObject([{ method: "PUT", path: "/notes", status: 400 }]);
});

test("a request that is refused for something else is not refused for its body as well", async () => {
  const received = await exchange(`${HEAD}Transfer-Encoding: chunked\r\n\r\nno length\r\n`);

  expect(statuses(received)).toEqual([401]);
});

test("100-continue can be expected, and nothing else", async () => {
  const length = `Content-Length: ${VALID.length}\r\n`;
  const expecting = `${AUTHORIZED}${length}Expect: 100-continue\r\nConnection: close\r\n\r\n${VALID}`;
  expect(statuses(await exchange(expecting))).toEqual([100, 200]);
  await server.close();

  expect(statuses(await exchange(`${AUTHORIZED}${length}Expect: tea\r\n\r\n${VALID}`))).toEqual([417]);
});

test("HTTP/1.0 needs no Host, and HTTP/1.1 needs one", async () => {
  const body = `Content-Length: ${VALID.length}\r\n\r\n${VALID}`;
  const old = AUTHORIZED.replace("HTTP/1.1", "HTTP/1.0").replace("Host: sandbox\r\n", "");
  expect(statuses(await exchange(old + body))).toEqual([200]);
  await server.close();

  expect(statuses(await exchange(AUTHORIZED.replace("Host: sandbox\r\n", "") + body))).toEqual([400]);
});
