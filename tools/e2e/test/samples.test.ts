import { join } from "node:path";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { has, runShell } from "../support/code-samples.ts";
import { sendCurl } from "../support/curl-command.ts";
import { consumerFolder, temporaryFolder } from "../support/folders.ts";
import { runNode } from "../support/run.ts";
import { guideSamples, methodSamples, readmeSamples, type Sample } from "../support/samples.ts";
import { typeCheck } from "../support/type-check.ts";

const environment = { token: "INTERCOM_ACCESS_TOKEN", baseUrl: "INTERCOM_BASE_URL" };

/** What the documentation of a method leaves out, for whoever reads it has it. */
const preamble = `import { createClient } from "@visitors-api/client";
const client = createClient({ token: process.env["${environment.token}"], baseUrl: process.env["${environment.baseUrl}"] });
`;

const samples: Sample[] = [
  ...(await readmeSamples()),
  ...(await guideSamples("ts")),
  ...(await methodSamples()).map(({ place, code }) => ({ place, code: preamble + code })),
];

let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  server = await serveSandbox(createSandbox({ token: "secret" }), { port: 0 });
});

afterAll(() => server.close());

const commands = await guideSamples("sh");
const curlCommands = commands.filter(({ code }) => code.startsWith("curl "));

test("there are samples in the READMEs, the guides and the methods' documentation", () => {
  expect(samples.map(({ place }) => place.replace(/:\d+$/, ""))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^README\.md/),
      expect.stringMatching(/^packages\/client\/README\.md/),
      expect.stringMatching(/^packages\/sandbox\/README\.md/),
      expect.stringMatching(/^packages\/docs\/guides\/quick-start\.md/),
      expect.stringMatching(/operations\.ts/),
    ]),
  );
  expect(curlCommands.length).toBeGreaterThan(0);
});

test("every sample compiles, with strict types", async () => {
  const files = samples.map(({ code }, index) => [`sample-${index}.ts`, `${code}\nexport {};\n`]);
  const folder = await consumerFolder(Object.fromEntries(files));

  const { status, output } = await typeCheck(folder);

  const places = samples.map(({ place }, index) => `sample-${index}.ts is ${place}`).join("\n");
  expect(status, `${output}\n${places}`).toBe(0);
}, 60_000);

test.each(samples)(
  "$place runs against the sandbox",
  async ({ code }) => {
    const folder = await consumerFolder({ "sample.ts": code });
    const env = { [environment.token]: "secret", [environment.baseUrl]: server.url };

    const { status, output } = await runNode(join(folder, "sample.ts"), [], { cwd: folder, env });

    expect(status, output).toBe(0);
  },
  30_000,
);

test.each(curlCommands)(
  "$place runs against the sandbox",
  async ({ code }) => {
    const env = { [environment.token]: "secret", [environment.baseUrl]: server.url };
    const folder = await temporaryFolder();
    if (await has("curl", "--version")) {
      const printed = await runShell(code, { folder, env });
      expect(printed).not.toContain('"unauthorized"');
    } else console.warn("There is no curl on this machine: its commands are only read, and sent with fetch");
    for (const command of code.trim().split(/(?<!\\)\n/)) {
      const { status } = await sendCurl(command, env, folder);
      expect([200, 204, 429]).toContain(status);
    }
  },
  30_000,
);

test("what else a guide has people type is an installation, the sandbox or one of its own files", () => {
  const others = commands.filter((command) => !curlCommands.includes(command));
  const lines = others.flatMap(({ code }) => code.trim().split("\n"));
  expect(
    lines.filter(
      (line) => !/^(npm install|npx @visitors-api\/sandbox|export INTERCOM_|node rename\.ts)/.test(line),
    ),
  ).toEqual([]);
});
