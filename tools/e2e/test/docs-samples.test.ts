import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type CodeSample, operationsToShow, samplesOf } from "@visitors-api/docs/samples";
import { api } from "@visitors-api/release/api";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { format as formatGo } from "@wasm-fmt/gofmt";
import { format as formatPython } from "@wasm-fmt/ruff_fmt";
import { describe, expect, test } from "vitest";
import { buildGo, has, output, runModule, runPython, runShell } from "../support/code-samples.ts";
import { sendCurl } from "../support/curl-command.ts";
import { description } from "../support/description.ts";
import { consumerFolder, root, temporaryFolder } from "../support/folders.ts";
import { typeCheck } from "../support/type-check.ts";

const [baseUrl = ""] = description.servers.map(({ url }) => url);

interface Shown extends CodeSample {
  readonly operation: string;
  /** The documented status of success. */
  readonly status: number;
  /**
   * The documented body of that: the example of the same name, where the sandbox has handlers that answer what was asked, or else the
   * first; undefined where there is none.
   */
  readonly answer: unknown;
  /** What the variables hold that the sample takes its secrets from. */
  readonly env: Readonly<Record<string, string>>;
  /** What the sandbox takes for a credential. */
  readonly token: string;
}

/** What an operation does beyond answering with its first example stands in the API's own folder of the sandbox. */
const hasHandlers = existsSync(join(root, "packages/sandbox/src", api.name));

const samples: Shown[] = operationsToShow(description).flatMap((shown) => {
  const { described, credentials } = shown;
  const success = described.responses.find(({ status }) => status.startsWith("2"));
  const answers = success?.content.flatMap(({ examples }) => examples) ?? [];
  const variables = credentials.flatMap((credential) => credential.variables);
  const isBasic = credentials.some(({ scheme }) => scheme.kind === "basic");
  return samplesOf(shown).map((sample) => ({
    ...sample,
    operation: shown.operation.id,
    status: Number(success?.status.replace("XX", "00")),
    answer: (answers.find(({ name }) => hasHandlers && name === sample.example) ?? answers[0])?.value,
    env: Object.fromEntries(variables.map((variable) => [variable, "secret"])),
    token: isBasic ? "secret:secret" : "secret",
  }));
});

function inLanguage(label: string): (readonly [name: string, sample: Shown])[] {
  return samples
    .filter((sample) => sample.label === label)
    .map((sample) => [`${sample.operation}, ${sample.example ?? "without a named example"}`, sample]);
}

/** Where the API is said to be stands in a sample once, and a sandbox takes its place. */
function aimedAt(url: string, source: string): string {
  expect(source.split(baseUrl)).toHaveLength(2);
  return source.replace(baseUrl, url);
}

/** A client's base URL is the description's, so that a sample does not say it. */
function clientAimedAt(url: string, source: string): string {
  expect(source.split("createClient({")).toHaveLength(2);
  return source.replace("createClient({", `createClient({ baseUrl: ${JSON.stringify(url)},`);
}

/** Runs a sample against a sandbox of its own, and expects the documented answer in what it prints. */
async function expectAnswer(
  { answer, status, token }: Shown,
  run: (url: string, folder: string) => Promise<string>,
): Promise<void> {
  // The clock stands where it stood when the documented answer was given.
  const now = () => Number(Object(answer)["updated_at"] ?? 0) * 1000;
  const sandbox = createSandbox({ token, now });
  const server = await serveSandbox(sandbox, { port: 0 });
  try {
    const printed = await run(server.url, await temporaryFolder());
    if (typeof answer === "string") expect(printed).toContain(answer);
    else if (answer !== undefined) expect(JSON.parse(printed.slice(printed.search(/[{[]/)))).toEqual(answer);
    expect(sandbox.requests.map((request) => request.status)).toEqual([status]);
  } finally {
    await server.close();
  }
}

test("every operation has a sample in each language for each of its named examples", () => {
  for (const operation of description.operations) {
    const examples =
      operation.requestBody?.content.flatMap((media) => media.examples.map(({ name }) => name)) ?? [];
    for (const label of ["curl", "TypeScript", "fetch", "Python", "Go"]) {
      const shown = samples.filter((sample) => sample.operation === operation.id && sample.label === label);
      expect(shown.map(({ example }) => example)).toEqual(examples.length > 0 ? examples : [undefined]);
    }
  }
});

test("no sample has a secret in it: each takes it from the variables of its operation", () => {
  for (const { source, env } of samples) {
    for (const variable of Object.keys(env)) expect(source).toContain(variable);
    expect(source).not.toMatch(/Bearer (?![$"{])/);
  }
  expect(samples.map(({ env }) => Object.keys(env))).toContainEqual(
    [api.variables.username, api.variables.token].filter((variable) => variable !== undefined),
  );
});

test("every TypeScript sample compiles, with strict types", async () => {
  const files = inLanguage("TypeScript").map(([, { source }], index) => [`sample-${index}.ts`, source]);
  const folder = await consumerFolder(Object.fromEntries(files));

  const { status, output: said } = await typeCheck(folder);

  expect(status, said).toBe(0);
});

describe("the documented answer comes to", () => {
  test.each(inLanguage("TypeScript"))("TypeScript: %s", (_, sample) =>
    expectAnswer(sample, async (url) => {
      const folder = await consumerFolder({});
      return runModule(clientAimedAt(url, sample.source), "sample.ts", { folder, env: sample.env });
    }),
  );

  test.each(inLanguage("fetch"))("fetch: %s", (_, sample) =>
    expectAnswer(sample, (url, folder) =>
      runModule(aimedAt(url, sample.source), "sample.mjs", { folder, env: sample.env }),
    ),
  );

  test.each(inLanguage("curl"))("curl: %s", async (_, sample) => {
    if (await has("curl", "--version")) {
      await expectAnswer(sample, (url, folder) =>
        runShell(aimedAt(url, sample.source), { folder, env: sample.env }),
      );
    } else console.warn("There is no curl on this machine: its commands are only read, and sent with fetch");
    await expectAnswer(sample, async (url, folder) =>
      (await sendCurl(aimedAt(url, sample.source), sample.env, folder)).text(),
    );
  });

  test.each(inLanguage("Python"))("Python: %s", async (_, sample) => {
    expect(() => formatPython(sample.source)).not.toThrow();
    if (await has("python3", "--version")) {
      await expectAnswer(sample, (url, folder) =>
        runPython([aimedAt(url, sample.source)], { folder, env: sample.env }),
      );
    } else console.warn("There is no python3 on this machine: its programs are only parsed");
  });

  test("Go: every example", async () => {
    const programs = inLanguage("Go").map(([, sample]) => sample);
    for (const { source } of programs) expect(formatGo(source)).toBe(`${source}\n`);
    if (!(await has("go", "version"))) {
      console.warn("There is no go on this machine: its programs are only parsed");
      return;
    }
    for (const sample of programs) {
      await expectAnswer(sample, async (url, folder) => {
        await mkdir(join(folder, "go"));
        const [program = ""] = await buildGo([aimedAt(url, sample.source)], join(folder, "go"));
        return output(program, [], { folder, env: sample.env });
      });
    }
  });
});
