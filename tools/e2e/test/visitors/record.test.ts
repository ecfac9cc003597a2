import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createClient, NotFoundError } from "@visitors-api/client";
import { runNode } from "@visitors-api/machine/run";
import { type Started, start } from "@visitors-api/machine/start";
import { UsageError } from "@visitors-api/machine/usage-error";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { readArguments } from "../../live/record/arguments.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { listen } from "../../support/listen.ts";
import { startSandboxCommand } from "../../support/sandbox-command.ts";

const program = join(import.meta.dirname, "../../live/record.ts");
const id = "660e73c36abd01bd27af623d";

interface Recording extends Started {
  readonly url: string;
  /** Where it has its temporary files. */
  readonly folder: string;
  /** Ends it as Ctrl-C does, and resolves to its exit code. */
  end(): Promise<number | null>;
}

/** Where Node keeps what it compiles: not with a recording's temporary files, which are looked at. */
const compileCache = process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "node-compile-cache");

async function recording(target: string, ...args: string[]): Promise<Recording> {
  const folder = await temporaryFolder();
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, NODE_COMPILE_CACHE: compileCache };
  const started = start(process.execPath, [program, target, "--port", "0", ...args], { env });
  onTestFinished(() => void started.process.kill());
  await started.printed(/Ctrl-C ends it/);
  return {
    ...started,
    url: /baseUrl: "([^"]+)"/.exec(started.output())?.[1] ?? "",
    folder,
    end() {
      // A terminal and npm each pass it on.
      started.process.kill("SIGINT");
      started.process.kill("SIGINT");
      return started.ended;
    },
  };
}

/** Every file below a folder, with what is in it. */
function contents(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"));
}

test("a client works through it as it does without, gets a 502 where the API cannot be reached, which is told, and an API that does as described ends with a report of nothing", async () => {
  const token = randomUUID();
  const sandbox = createSandbox({ token });
  const server = await serveSandbox(sandbox, { port: 0 });
  const { url, printed, end, output } = await recording(server.url);

  const client = createClient({ token, baseUrl: url });
  expect(await client.updateVisitor({ id, name: "Recorded" })).toMatchObject({ id, name: "Recorded" });
  await expect(client.updateVisitor({ id: "nobody" })).rejects.toBeInstanceOf(NotFoundError);

  await server.close();
  expect((await fetch(`${url}/visitors`)).status).toBe(502);
  await printed(/A request was not answered: .*ECONNREFUSED/);

  expect(await end(), output()).toBe(0);
  expect(output()).toContain("Exchanges: total=2 documented=2 undocumented=0");
  expect(output()).toContain("Findings: total=0");
  expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 404]);
});

test("an API that does otherwise is told of at once and in the report, with what was expected, and ends it with 1", async () => {
  const file = join(await temporaryFolder(), "openapi.yaml");
  writeFileSync(
    file,
    `openapi: 3.1.0
info: { title: Misbehaving, version: "1" }
servers: [{ url: https://api.example/v1 }]
paths:
  /visitors:
    put:
      responses:
        "200": { description: "", content: { application/json: { example: { id: 5 } } } }
  /undocumented:
    get: { responses: { "200": { description: "", content: { text/plain: { example: here } } } } }
`,
  );
  const misbehaving = await startSandboxCommand(["--description", file]);
  onTestFinished(() => misbehaving.stop());
  const { url, printed, end, output } = await recording(`${misbehaving.url}/v1`);

  const client = createClient({ token: "any", baseUrl: url });
  expect(await client.updateVisitor({ id })).toEqual({ id: 5 });
  await printed(/ERROR PUT \/v1\/visitors \(200\) updateVisitor → .*"id" must be string/);
  expect(await (await fetch(`${url}/undocumented`)).text()).toBe("here");
  await printed(/Undocumented endpoint: GET \/v1\/undocumented/);

  expect(await end()).toBe(1);
  const report = output().slice(output().indexOf("Drift Report"));
  expect(report).toContain("Findings: total=2 error=2");
  expect(report).toContain(`${misbehaving.url}/v1/visitors`);
  expect(report).toMatch(/expected: type "string"\n\s+actual: 5/);
});

test("credentials reach the API and come back from it, and are in no file, also while it runs, and in no report", async () => {
  const token = `secret+${randomUUID()}/=`;
  const cookie = `cookie-${randomUUID()}`;
  const issued = `session-${randomUUID()}`;
  const received: string[] = [];
  const api = createServer(async (request, response) => {
    const { authorization = "" } = request.headers;
    received.push(authorization, request.headers.cookie ?? "", request.url ?? "", await text(request));
    response.setHeader("set-cookie", `session=${issued}; HttpOnly`);
    // With digits behind it, as whatever else stands there may begin with them.
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: `${authorization}42`, issued }));
  });
  const server = await listen(api);
  const har = join(await temporaryFolder(), "traffic.har");
  const { url, folder, printed, end, output } = await recording(server, "--har", har);

  const response = await fetch(`${url}/visitors?again=${encodeURIComponent(token)}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${token}`,
      cookie: `session=${cookie}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ id, name: token }),
  });
  expect(response.headers.get("set-cookie")).toBe(`session=${issued}; HttpOnly`);
  expect(await response.json()).toEqual({ id: `Bearer ${token}42`, issued });
  expect(received).toEqual([
    `Bearer ${token}`,
    `session=${cookie}`,
    `/visitors?again=${encodeURIComponent(token)}`,
    JSON.stringify({ id, name: token }),
  ]);
  // What it writes while it runs stands where the archive is going to be, and beside it.
  await printed(/ PUT \/visitors /);
  const files = () => [...contents(folder), ...contents(join(har, ".."))];
  const secrets = [token, encodeURIComponent(token), cookie, issued];
  const found = () =>
    secrets.filter((secret) => [...files(), output()].some((content) => content.includes(secret)));
  expect(files().join("\n")).toContain('"authorization"');
  expect(found()).toEqual([]);
  await end();
  expect(JSON.parse(readFileSync(har, "utf8")).log.entries).toHaveLength(1);
  expect(found()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

describe("is told what is wrong with its arguments:", () => {
  test.each([
    ["without an API", [], "give the URL of one API"],
    ["with two", ["https://one.example", "https://two.example"], "give the URL of one API"],
    ["with what is no URL", ["api.example.com"], "an API has an https URL"],
    [
      "where others could read the credentials on the way",
      ["http://api.example.com"],
      "an API has an https URL",
    ],
    [
      "with a port that there is not",
      ["https://api.example.com", "--port", "70000"],
      "--port takes a number",
    ],
    ["with an option that there is not", ["https://api.example.com", "--all"], "Unknown option '--all'"],
  ])("%s", (_, args, says) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(says);
  });
});

test("wrong arguments, such as credentials in the URL, end it with 2 and one line, and nothing is sent", async () => {
  const { status, output } = await runNode(program, ["https://user:secret@api.example.com"]);

  expect(status).toBe(2);
  expect(output).toMatch(/^record: give the URL without credentials.* \(nothing was sent; see --help\)\n$/);
  expect(output).not.toContain("secret");
});

test("a port that is taken ends it with 1 and one line", async () => {
  const server = await serveSandbox(createSandbox(), { port: 0 });
  onTestFinished(() => server.close());

  const { status, output } = await runNode(program, [server.url, "--port", new URL(server.url).port]);

  expect([status, output]).toEqual([1, expect.stringMatching(/^record: .*EADDRINUSE.*\n$/)]);
});

test("help says what there is to give", async () => {
  const { status, output } = await runNode(program, ["--help"]);

  expect(status).toBe(0);
  for (const option of ["<url of an API>", "--port", "--har"]) expect(output).toContain(option);
});
