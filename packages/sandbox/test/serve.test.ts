import { expect, onTestFinished, test } from "vitest";
import { type ServedAnswer, serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { answerOf, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

test("listens on the loopback address unless told otherwise", async () => {
  const server = await serveSandbox(createSandbox(), { port: 0 });
  onTestFinished(() => server.close());
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  expect((await answerOf(fetch(`${server.url}/notes`, putRequest(NOTE_REQUEST)))).status).toBe(200);
});

test("rejects with the system's code when the port is taken", async () => {
  const server = await serveSandbox(createSandbox(), { port: 0 });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  await expect(serveSandbox(createSandbox(), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("tells of each answer, without the query", async () => {
  const answers: ServedAnswer[] = [];
  const server = await serveSandbox(createSandbox(), { port: 0, onAnswer: (answer) => answers.push(answer) });
  await fetch(`${server.url}/nothing?key=s3cret`);
  await server.close();
  expect(answers).toEqual([
    { method: "GET", path: "/nothing", status: 404, milliseconds: expect.any(Number) },
  ]);
});
