import { type ClientRequest, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { start } from "./notes/command.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import type { Running } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";

const ENDLESS_GRACE = ["--import", new URL("support/endless-grace.ts", import.meta.url).href];

const BODY = JSON.stringify(NOTE_REQUEST);

async function started(flags: readonly string[] = []): Promise<Running> {
  const running = await start(["--port", "0"], flags);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

/** Sends the first bytes of a request, and resolves when the command is at work on it. */
async function halfSent(running: Running): Promise<ClientRequest> {
  const headers = {
    authorization: "Bearer any",
    "content-type": "application/json",
    "content-length": BODY.length,
    // The server says so when it has the headers.
    expect: "100-continue",
  };
  const inFlight = request(`${running.url}/notes`, { method: "PUT", headers });
  onTestFinished(() => void inFlight.destroy());
  await new Promise((resolve, reject) => {
    inFlight.once("continue", resolve).once("error", reject).flushHeaders();
  });
  inFlight.write(BODY.slice(0, 5));
  return inFlight;
}

describe.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])("on %s the command", (signal) => {
  test("stops at once with exit code 0, whoever has connections open", async () => {
    const running = await started(ENDLESS_GRACE);
    // One that is kept alive after a request, and one that no request has come on, as browsers open them ahead.
    await (await fetch(`${running.url}/notes`, putRequest(NOTE_REQUEST))).text();
    const { hostname, port } = new URL(running.url);
    const ahead = connect(Number(port), hostname).on("error", () => {});
    onTestFinished(() => void ahead.destroy());
    await new Promise((resolve) => ahead.once("connect", resolve));
    running.signal(signal);
    expect(await running.ended).toBe(0);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  test("answers the request in flight first", async () => {
    const running = await started(ENDLESS_GRACE);
    const inFlight = await halfSent(running);
    const answer = new Promise<number | undefined>((resolve, reject) => {
      inFlight.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
    });
    running.signal(signal);
    await running.printed(/Waiting a few seconds for requests in flight; Ctrl-C again does not wait\./);
    inFlight.end(BODY.slice(5));
    expect(await answer).toBe(200);
    expect(await running.ended).toBe(0);
  });

  test("does not wait when another signal follows", async () => {
    const running = await started(ENDLESS_GRACE);
    const inFlight = (await halfSent(running)).on("error", () => {});
    running.signal(signal);
    await running.printed(/Waiting/);
    running.signal(signal === "SIGINT" ? "SIGTERM" : "SIGINT");
    expect(await running.ended).toBeNull();
    inFlight.destroy();
  });
});

test("a request that is never finished is given up after five seconds", async () => {
  const running = await started();
  (await halfSent(running)).on("error", () => {});
  const before = performance.now();
  running.signal("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(performance.now() - before).toBeGreaterThan(4000);
});
