import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModel } from "@visitors-api/codegen";
import { exampleCall } from "@visitors-api/codegen/example-call";
import { runNode } from "@visitors-api/machine/run";
import { readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";
import { onDemandFolder, program } from "../support/on-demand.ts";

const command = new URL("dist/main.js", import.meta.resolve("@visitors-api/mcp/package.json"));
const description = readDescription(document);

const failedCall = 5;

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "visitors-api-inspector-"));
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** What the official inspector's command line prints of the server that is built. */
function inspect(...args: string[]): Promise<unknown> {
  return inspectOn(process.execPath, ...args);
}

/** @param node What the server runs on. */
async function inspectOn(node: string, ...args: string[]): Promise<unknown> {
  const folder = onDemandFolder("@modelcontextprotocol/inspector");
  const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const server = [node, fileURLToPath(command)];
  const { status, stdout, output } = await runNode(
    join(folder, bin["mcp-inspector"]),
    ["--cli", ...server, ...args],
    {
      // It keeps what it has seen in the home folder.
      env: { HOME: home, USERPROFILE: home },
    },
  );
  // It has a status of its own for a call that a tool says has failed.
  expect([0, failedCall], output).toContain(status);
  return JSON.parse(stdout);
}

test("the official inspector lists the tools, the resources and the prompts", async () => {
  const tools = { tools: description.operations.map(({ id }) => expect.objectContaining({ name: id })) };
  expect(await inspect("--method", "tools/list")).toEqual(tools);
  expect(JSON.stringify(await inspect("--method", "resources/list"))).toContain("docs:///reference.md");
  expect(JSON.stringify(await inspect("--method", "prompts/list"))).toContain('"arguments"');
});

test("the official inspector calls a tool, and is told what is wrong with a call", async () => {
  const [operation] = description.operations;
  if (operation === undefined) throw new Error("The description has no operation");
  const { input } = exampleCall(description, buildModel(description), operation);
  // It reads values as JSON where they are, and so a text of digits as a number.
  const given = Object.entries(input).flatMap(([name, value]) => [
    "--tool-arg",
    `${name}=${JSON.stringify(value)}`,
  ]);
  const call = ["--method", "tools/call", "--tool-name", operation.id ?? ""];
  expect(await inspect(...call, ...given)).toMatchObject({ structuredContent: expect.any(Object) });
  expect(await inspect(...call, "--tool-arg", "fields=nonsense")).toMatchObject({ isError: true });
});

test("the oldest Node that is supported runs the server", async () => {
  const node = join(onDemandFolder("node20"), "bin", program("node"));
  expect(JSON.stringify(await inspectOn(node, "--method", "tools/list"))).toContain("inputSchema");
});
