import { join } from "node:path";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumerFolder } from "../support/folders.ts";
import { runNode } from "../support/run.ts";
import { methodSamples, readmeSamples, type Sample } from "../support/samples.ts";
import { typeCheck } from "../support/type-check.ts";

const environment = { token: "INTERCOM_ACCESS_TOKEN", baseUrl: "INTERCOM_BASE_URL" };

/** What the documentation of a method leaves out, for whoever reads it has it. */
const preamble = `import { createClient } from "@visitors-api/client";
const client = createClient({ token: process.env["${environment.token}"], baseUrl: process.env["${environment.baseUrl}"] });
`;

const samples: Sample[] = [
  ...(await readmeSamples()),
  ...(await methodSamples()).map(({ place, code }) => ({ place, code: preamble + code })),
];

let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  server = await serveSandbox(createSandbox({ token: "secret" }), { port: 0 });
});

afterAll(() => server.close());

test("there are samples in the READMEs and in the methods' documentation", () => {
  expect(samples.map(({ place }) => place.replace(/:\d+$/, ""))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^README\.md/),
      expect.stringMatching(/^packages\/client\/README\.md/),
      expect.stringMatching(/^packages\/sandbox\/README\.md/),
      expect.stringMatching(/operations\.ts/),
    ]),
  );
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
