import { expect, onTestFinished, test } from "vitest";
import { start } from "./notes/command.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

const health = "http://sandbox/_sandbox/health";

test("says that it is up to whoever asks, without a credential", async () => {
  const { fetch } = createSandbox({ token: "s3cret" });
  const response = await fetch(health);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual({ status: "ok" });
  const head = await fetch(health, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("asking whether it is up is no request of the API: it is in no log, counts for no limit and has no fault", async () => {
  const sandbox = createSandbox({ rateLimit: { limit: 1 }, faults: "status=503; times=1" });
  for (let time = 0; time < 3; time++) expect((await sandbox.fetch(health)).status).toBe(200);
  expect(sandbox.requests).toEqual([]);
  const put = () => sandbox.fetch("http://sandbox/notes", putRequest(NOTE_REQUEST));
  expect([(await put()).status, (await put()).status, (await put()).status]).toEqual([503, 200, 429]);
  expect((await sandbox.fetch(health)).status).toBe(200);
});

test("other methods than GET and HEAD are told which there are", async () => {
  const response = await createSandbox({ token: "s3cret" }).fetch(health, { method: "POST" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("what watches over the command is not among the lines that it prints", async () => {
  const { url, output, printed, signal } = await start(["--port", "0", "--token", "s3cret"]);
  onTestFinished(() => signal("SIGKILL"));
  expect(await (await fetch(`${url}/_sandbox/health`)).json()).toEqual({ status: "ok" });
  await fetch(`${url}/last`);
  await printed(/GET \/last 404/);
  expect(output()).not.toContain("/_sandbox/health");
});
