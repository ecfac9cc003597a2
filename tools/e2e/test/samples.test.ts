import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileSamples } from "../samples/compile.ts";
import { has, runModules, runShell } from "../support/code-samples.ts";
import { sendCurl } from "../support/curl-command.ts";
import { consumerFolder, temporaryFolder } from "../support/folders.ts";
import { admitted, environment, guideSamples, samples } from "../support/samples.ts";

const all = await samples();

let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  server = await serveSandbox(createSandbox({ token: admitted.credential }), { port: 0 });
});

afterAll(() => server.close());

const commands = await guideSamples("sh");
const curlCommands = commands.filter(({ code }) => code.startsWith("curl "));

test("there are samples in the READMEs, the guides and the methods' documentation", () => {
  expect(all.map(({ place }) => place.replace(/:\d+$/, ""))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^README\.md/),
      expect.stringMatching(/^packages\/client\/README\.md/),
      expect.stringMatching(/^packages\/sandbox\/README\.md/),
      expect.stringMatching(/^packages\/docs\/src\/content\/guides\/quick-start\.md/),
      expect.stringMatching(/operations\.ts/),
    ]),
  );
  expect(curlCommands.length).toBeGreaterThan(0);
});

test("every sample compiles, with strict types, and what does not is told with its place in the text", async () => {
  const place = "packages/client/README.md:12";
  const code = `import { createSandbox } from "@visitors-api/sandbox";

await createSandbox()
  .renameGuest({});
`;
  expect(await compileSamples([...all, { place, code, linesBefore: 0 }])).toMatch(
    /^packages\/client\/README\.md:16:4: error TS\d+: Property 'renameGuest' does not exist.*$/,
  );
});

test("every sample runs against the sandbox", async () => {
  const files = all.map(({ place, code }) => [`${place.replaceAll(/\W/g, "-")}.ts`, code] as const);
  const folder = await consumerFolder(Object.fromEntries(files));
  const env = { ...admitted.variables, [environment.baseUrl]: server.url };
  await runModules(
    files.map(([name]) => name),
    { folder, env },
  );
});

test.each(curlCommands)("$place runs against the sandbox", async ({ code }) => {
  const env = { ...admitted.variables, [environment.baseUrl]: server.url };
  const folder = await temporaryFolder();
  if (await has("curl", "--version")) {
    const printed = await runShell(code, { folder, env });
    expect(printed).not.toContain('"unauthorized"');
  } else console.warn("There is no curl on this machine: its commands are only read, and sent with fetch");
  for (const command of code.trim().split(/(?<!\\)\n/)) {
    const { status } = await sendCurl(command, env, folder);
    expect(status === 429 || (status >= 200 && status < 300), `${status}`).toBe(true);
  }
});

test("what else a guide has people type is an installation, the sandbox or one of its own files", () => {
  const others = commands.filter((command) => !curlCommands.includes(command));
  const exported = new RegExp(`^export (${Object.values(environment).join("|")})=`);
  const lines = others.flatMap(({ code }) => code.trim().split("\n"));
  expect(
    lines.filter(
      (line) => !/^(npm install|npx @visitors-api\/sandbox|node \w+\.ts)/.test(line) && !exported.test(line),
    ),
  ).toEqual([]);
});
