import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, CallError, ConnectionError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { head, hostileAnswers, stall, whole } from "./hostile-answers.ts";
import { serveRaw } from "./hostile-server.ts";
import { notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { runProgram } from "./program.ts";

const options = { retries: 0 } as const;

describe("a call ends as documented, long before its time if need not be, and without a connection left open, when the answer is", () => {
  test.each(Object.entries(hostileAnswers))("%s", async (_, { answer, ends, with: expected }) => {
    const server = await serveRaw(answer);
    const timers = holdTimers(5000);
    const call = notesClient(server, { ...options, timeout: 5000 }).updateNote(request);
    const ending = ends === "success" ? call : reasonOf(call);
    await server.answering;
    // Nothing else makes the time pass.
    if (ends === "TimeoutError") expect(timers.elapse()).toBe(1);
    const ended = await ending;
    if (ends === "success") {
      expect(ended).toEqual(expected);
    } else {
      expect(ended).toBeInstanceOf(CallError);
      expect(ended).toMatchObject({ name: ends, operation: "updateNote", attempts: 1 });
      if (expected) expect(ended).toMatchObject(expected);
      expect(inspect(ended, { depth: 9 })).not.toContain(token);
      expect((ended as CallError).message.length).toBeLessThan(200);
    }
    expect(server.requests).toHaveLength(1);
    await server.quiet();
  });
});

test("a connection that is reset before a request is a ConnectionError", async () => {
  const server = await serveRaw(stall(), (socket) => socket.resetAndDestroy());
  await rejection(notesClient(server, options).updateNote(request), ConnectionError);
  await server.quiet();
});

test("an answer that comes before the whole request has been sent is the call's", async () => {
  const name = "a".repeat(2 ** 24);
  const early = whole("413 Content Too Large", '{"type":"error.list","errors":[]}');
  const server = await serveRaw(stall(), (socket) =>
    socket.once("data", () => early(socket, { method: "", target: "", headers: {}, body: "" })),
  );
  const call = notesClient(server, options).updateNote({ id: "1", name });
  expect((await rejection(call, ApiError)).status).toBe(413);
  await server.quiet();
});

test("a second answer to one request is not taken for the next call's", async () => {
  const length = (body: string) => head("200 OK", `Content-Length: ${body.length}`) + body;
  const server = await serveRaw((socket, { body }) => {
    socket.write(length(body) + length('{"name":"of somebody else"}'));
  });
  const client = notesClient(server, options);
  for (const name of ["a", "b", "c"])
    expect(await client.updateNote({ id: "1", name })).toEqual({ id: "1", name });
});

test("an answer to HEAD has no body, whatever its headers say", async () => {
  const server = await serveRaw(stall(head("200 OK", "Content-Length: 999", "Connection: close")));
  const client = otherClient(server, { look: { method: "HEAD", path: "/things" } }, options);
  expect(await client.look()).toBeUndefined();
  await server.quiet();
});

test("a program that has had every such answer ends by itself", async () => {
  const answers = Object.values(hostileAnswers);
  const server = await serveRaw((socket, received) => {
    const [, index] = received.target.split("/");
    answers[Number(index)]?.answer(socket, received);
  });
  // A timer that is left behind would keep the program for weeks.
  const timeouts = answers.map(({ ends }) => (ends === "TimeoutError" ? 1500 : 2 ** 31 - 1));
  const printed = await runProgram(`
    const endings = await Promise.all(${JSON.stringify(timeouts)}.map(async (timeout, index) => {
      const client = createClient({ token: "token", baseUrl: "${server.url}/" + index, retries: 0, timeout });
      return await client.updateNote({ id: "1" }).then(() => "success", (error) => error instanceof ApiError ? "ApiError" : error.name);
    }));
    console.log(JSON.stringify(endings));
  `);
  expect(JSON.parse(printed)).toEqual(answers.map(({ ends }) => ends));
  await server.quiet();
});
