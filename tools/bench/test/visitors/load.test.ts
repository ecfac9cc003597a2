import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { checkAnswer, load, measuredRequest } from "../../src/harness/load.ts";
import { serve } from "../../src/harness/serve.ts";
import { bareHandler, sandbox } from "../../src/servers/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([bareHandler, sandbox])("$name is called until it has answered so many times", async (server) => {
  const folder = temporaryFolder();
  const served = await serve(server.command(folder), folder);
  onTestFinished(() => served.stop());
  const { path, ...init } = measuredRequest();
  await checkAnswer(server.name, () => fetch(served.url + path, init));
  const result = await load(served.url, { answers: 500 });
  expect(result).toMatchObject({ answers: 500, others: 0 });
  expect(result.milliseconds).toBeGreaterThan(0);
  expect(result.busy).toBeGreaterThan(0);
});

test("a server that answers something else is not measured", async () => {
  const server = createServer((_, response) => response.writeHead(404, { "content-length": 2 }).end("no"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  await expect(load(url, { answers: 10 })).rejects.toThrow(/answers of .* were no 200/);
  await expect(checkAnswer("it", () => fetch(url))).rejects.toThrow(
    /it answers 404, which is not what was asked for/,
  );
});

test("an answer that does not say what the request did is found", async () => {
  await expect(checkAnswer("it", () => Response.json({}))).rejects.toThrow(/it answers 200, which is not/);
});

test("a server that does not start is said to, with what it printed", async () => {
  await expect(serve(["--eval", "console.error('no port')"], ".")).rejects.toThrow(/did not start:\nno port/);
});
