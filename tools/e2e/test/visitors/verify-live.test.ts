import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { UsageError } from "@visitors-api/machine/usage-error";
import { createSandbox } from "@visitors-api/sandbox";
import { type SandboxServer, serveSandbox } from "@visitors-api/sandbox/node";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { readArguments } from "../../live/arguments.ts";
import { workflowFiles } from "../../live/workflows.ts";

const id = "660e73c36abd01bd27af623d";
const token = randomUUID();
const program = join(import.meta.dirname, "../../live/verify.ts");

let sandbox: ReturnType<typeof createSandbox>;
let server: SandboxServer;

beforeEach(async () => {
  sandbox = createSandbox({ token });
  server = await serveSandbox(sandbox, { port: 0 });
});

afterEach(() => server.close());

function verify(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return runNode(program, args, { env: { INTERCOM_ACCESS_TOKEN: token, ...environment } });
}

test("it says what it will send where, sends it, and finds an API that does as described in order; the token is in no process's arguments", async () => {
  const seen: string[] = [];
  const handle: typeof sandbox.handle = (incoming) => {
    seen.push(...commandLines());
    return sandbox.handle(incoming);
  };
  const watching = await serveSandbox({ ...sandbox, handle }, { port: 0 });
  onTestFinished(() => watching.close());
  const { url } = watching;

  const { status, output } = await verify([
    "--id",
    id,
    "--name",
    "Gareth Frank Bale",
    "--server",
    url,
    "--yes",
  ]);

  expect(status, output).toBe(0);
  const plan = output.slice(0, output.indexOf("Running workflow"));
  expect(plan).toContain(`5 requests will be sent to ${url}:`);
  expect(plan).toContain(`PUT /visitors {"id":"${id}","name":"Gareth Frank Bale"}`);
  expect(plan).toContain("Changes nothing.");
  expect(output).toContain("Workflows: 3 passed, 3 total");
  expect(sandbox.requests.map((request) => request.status)).toEqual([200, 200, 401, 404, 404]);
  expect(output).not.toContain(token);
  if (process.platform === "linux") expect(seen.filter((line) => line.includes("respect"))).not.toEqual([]);
  expect(seen.filter((line) => line.includes(token))).toEqual([]);
});

test("an API that does otherwise ends it with 1, and is told of", async () => {
  const { status, output } = await verify(["--id", "nobody", "--server", server.url, "--yes"]);

  expect(status).toBe(1);
  expect(output).toContain("✗ success criteria check - $statusCode == 200");
  expect(output).toContain(`Not every step with ${server.url} came out as spec/ says`);
  expect(output).not.toContain(token);
});

describe("is told what is wrong with its arguments, or with what it is given besides:", () => {
  const local = "http://127.0.0.1:1";
  test.each([
    {
      what: "no token",
      args: ["--id", id, "--server", local],
      secret: "",
      says: "INTERCOM_ACCESS_TOKEN is not set",
    },
    {
      what: "a token that cannot be one",
      args: ["--id", id, "--server", local],
      secret: "two\nlines",
      says: "INTERCOM_ACCESS_TOKEN is not an access token",
    },
    { what: "no visitor", args: ["--yes", "--server", local], says: "--id is missing" },
    {
      what: "an option that there is not",
      args: ["--id", id, "--delete"],
      says: "Unknown option '--delete'",
    },
    {
      what: "a server that is neither the API's nor on this machine",
      args: ["--id", id, "--server", "https://api.example.com"],
      says: "--server takes https://api.intercom.io, ",
    },
  ])("$what", ({ args, secret = token, says }) => {
    const read = () => readArguments(args, { INTERCOM_ACCESS_TOKEN: secret }, workflowFiles());
    expect(read).toThrow(UsageError);
    expect(read).toThrow(says);
  });
});

test("where nobody can be asked it ends with 2 and one line, and sends nothing", async () => {
  const { status, output } = await verify(["--id", id, "--server", server.url]);

  expect(status).toBe(2);
  const [line, ...more] = output.trim().split("\n").reverse();
  expect(line).toMatch(/^verify:live: .*pass --yes.*nothing was sent/);
  expect(more.filter((text) => text.startsWith("verify:live:"))).toEqual([]);
  expect(output).not.toMatch(/\n\s+at /);
  expect(sandbox.requests).toEqual([]);
});

test("help says what there is to give", async () => {
  const { status, output } = await verify(["--help"]);

  expect(status).toBe(0);
  for (const option of ["--id", "--name", "--server", "--yes"]) expect(output).toContain(option);
});

/** What every process of the machine was started with, as any of its users can read it on Linux. */
function commandLines(): string[] {
  if (process.platform !== "linux") return [];
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map((process) => {
    try {
      return readFileSync(`/proc/${process}/cmdline`, "utf8");
    } catch {
      return ""; // It has ended meanwhile.
    }
  });
}
