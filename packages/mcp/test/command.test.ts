import { spawn } from "node:child_process";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { reply, serve } from "../../client/test/server.ts";
import { isSafe } from "../src/http-methods.ts";
import { command, connectStdio, runCommand } from "./support/command.ts";
import { accessToken, connectHttp, startHttp } from "./support/connect-http.ts";
import {
  builtApi,
  environmentOf,
  headersWith,
  ownArguments,
  ownOperation,
  variables,
} from "./support/own-api.ts";
import { textOf } from "./support/tool-call.ts";

const { name, tags: ownTags } = ownOperation;
const secret = "a-secret+access/token=";

test("--read-only leaves out what may change something, and --tools and --tag all but what they name", async () => {
  const listed = async (...args: string[]): Promise<string[]> => {
    const { client } = await connectStdio(args);
    return (await client.listTools()).tools.map((tool) => tool.name);
  };
  const named = (isIn: (one: (typeof builtApi.operations)[number]) => boolean) =>
    builtApi.operations.filter(isIn).map((one) => one.name);
  expect(await listed("--read-only")).toEqual(named(({ httpMethod }) => isSafe(httpMethod)));
  expect(await listed("--tools", name)).toEqual([name]);
  const [tag = ""] = ownTags;
  expect(await listed("--tag", tag)).toEqual(named(({ tags }) => tags.includes(tag)));
});

test("a prompt is only there with the tools that it calls", async () => {
  const { client } = await connectStdio(["--read-only"]);
  const { prompts } = await client.listPrompts();
  const changing = builtApi.operations.filter(({ httpMethod }) => !isSafe(httpMethod)).map((one) => one.name);
  const left = builtApi.workflows.filter(({ steps }) => !steps.some(({ tool }) => changing.includes(tool)));
  expect(prompts.map((prompt) => prompt.name)).toEqual(left.map((workflow) => workflow.name));
});

test.each([
  [["--tools", "none"], /there is no tool "none"; there is /],
  [["--tag", "none"], /there is no tag "none"; there is /],
  [["--tools", ","], /--tools takes names/],
  [["--http", "x"], /--http takes a port/],
  [["--nonsense"], /Unknown option '--nonsense'/],
])("wrong arguments, %j, end with code 2 and a line that says what is wrong", async (args, message) => {
  const { status, stdout, stderr } = await runCommand(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a base URL without a credential, and one that is none, end with a line that says what to set", async () => {
  const without = await runCommand([], { [variables.baseUrl]: "http://127.0.0.1:1" });
  expect(without.status).toBe(2);
  expect(without.stderr).toContain(`${variables.baseUrl} is set, and ${variables.credential.join(" and ")} `);
  const wrong = await runCommand([], environmentOf("nonsense", secret));
  expect(wrong.status).toBe(1);
  expect(wrong.stderr.trim().split("\n")).toHaveLength(1);
  expect(wrong.stderr).not.toContain(secret);
});

test("--help and --version are on standard output, and name every variable", async () => {
  const help = await runCommand(["--help"]);
  for (const part of [
    "--tools",
    "--tag",
    "--read-only",
    "--http",
    "--verbose",
    ...variables.credential,
    variables.baseUrl,
  ]) {
    expect(help.stdout).toContain(part);
  }
  expect((await runCommand(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("standard output has JSON-RPC alone, and --verbose writes a line for each call to standard error", async () => {
  const child = spawn(process.execPath, [command, "--verbose"], { env: { PATH: process.env["PATH"] } });
  const printed = text(child.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const clientInfo = { name: "test", version: "1.0.0" };
  const answered = [];
  for (const [method, params] of [
    ["initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo }],
    ["tools/list", {}],
    ["tools/call", { name, arguments: {} }],
    ["no/such-method", {}],
  ] as const) {
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: method, method, params })}\n`);
    const { value } = await lines.next();
    answered.push(JSON.parse(value ?? ""));
  }
  child.stdin.end();
  expect(answered.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
    ["2.0", "initialize"],
    ["2.0", "tools/list"],
    ["2.0", "tools/call"],
    ["2.0", "no/such-method"],
  ]);
  expect(await lines.next()).toMatchObject({ done: true });
  expect((await printed).trim()).toMatch(new RegExp(`^\\S+ ${name} failed: nothing was sent, \\d+ ms$`));
});

test("the token is in no result, no resource and no line, even when the API sends it back", async () => {
  const echo = {
    said: `Bearer ${secret}`,
    [secret]: secret,
    url: `http://x/?t=${encodeURIComponent(secret)}`,
  };
  const api = await serve(reply(200, echo), reply(401, echo), reply(200, `{"broken ${secret}`));
  const { client, printed } = await connectStdio(["--verbose"], environmentOf(api.url, secret));
  const results = [];
  for (let call = 0; call < 3; call += 1)
    results.push(await client.callTool({ name, arguments: ownArguments }));
  const lists = [await client.listTools(), await client.listResources(), await client.listPrompts()];
  const resources = await Promise.all(builtApi.resources.map(({ uri }) => client.readResource({ uri })));
  await client.close();
  expect(textOf(results[0] ?? { content: [] })).toContain("Bearer ***");
  const everything = JSON.stringify([results, lists, resources, client.getInstructions()]) + (await printed);
  expect(everything).not.toContain(secret);
  expect(everything).not.toContain(encodeURIComponent(secret));
  expect(api.requests).toMatchObject(Array(3).fill({ headers: headersWith(secret) }));
});

test("over HTTP nobody is served without the token, from another origin, or by another host's name", async () => {
  const { url } = await startHttp();
  const ask = (headers: Record<string, string>, path = "/mcp") =>
    new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(url);
      const options = {
        port,
        path,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json, text/event-stream",
          ...headers,
        },
      };
      request({ host: "127.0.0.1", ...options }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }));
    });
  const authorization = `Bearer ${accessToken}`;
  expect(await ask({ authorization })).toBe(200);
  expect(await ask({ authorization, origin: "http://localhost:3000" })).toBe(200);
  expect(await ask({})).toBe(401);
  expect(await ask({ authorization: "Bearer another" })).toBe(401);
  expect(await ask({ authorization: "Bearer " })).toBe(401);
  expect(await ask({ authorization, origin: "https://evil.example" })).toBe(403);
  expect(await ask({ authorization, origin: "null" })).toBe(403);
  expect(await ask({ authorization, host: "evil.example" })).toBe(403);
  expect(await ask({ authorization }, "/other")).toBe(404);
});

test("over HTTP a token is made where none is set, and told on standard error", async () => {
  const { url, output } = await startHttp([], {});
  const [, made = ""] = /Authorization: Bearer (\S+)/.exec(output()) ?? [];
  expect(made.length).toBeGreaterThan(20);
  const client = await connectHttp(url, "legacy", made);
  expect((await client.listTools()).tools).toHaveLength(builtApi.operations.length);
});

test("a signal ends the server that listens, with calls under way", async () => {
  const api = await serve(() => {});
  const started = await startHttp([], {
    VISITORS_MCP_TOKEN: accessToken,
    ...environmentOf(api.url, secret),
  });
  const client = await connectHttp(started.url, "legacy");
  const call = client.callTool({ name, arguments: ownArguments }).catch(() => "ended");
  await api.received(1);
  const exit = new Promise((resolve) => started.process.once("exit", resolve));
  started.process.kill("SIGTERM");
  expect(await exit).toBe(0);
  expect(await call).toBe("ended");
});
