import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type CodeSample, operationsToShow, samplesOf } from "@visitors-api/docs/samples";
import { readDescription } from "@visitors-api/openapi";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import description from "@visitors-api/spec" with { type: "json" };
import { format as formatGo } from "@wasm-fmt/gofmt";
import { format as formatPython } from "@wasm-fmt/ruff_fmt";
import { describe, expect, test } from "vitest";
import { buildGo, has, output, runModule, runPython, runShell } from "../support/code-samples.ts";
import { sendCurl } from "../support/curl-command.ts";
import { describedOperations } from "../support/description.ts";
import { consumerFolder, temporaryFolder } from "../support/folders.ts";
import { typeCheck } from "../support/type-check.ts";

const env = { INTERCOM_ACCESS_TOKEN: "secret" };
const [baseUrl = ""] = description.servers.map(({ url }) => url);

interface Shown extends CodeSample {
  readonly operation: string;
  /** The documented answer: the example of the same name, or else the first. */
  readonly answer: Readonly<Record<string, unknown>>;
}

const samples: Shown[] = operationsToShow(readDescription(description)).flatMap((shown) => {
  const name = shown.operation.id;
  const documented = describedOperations().find((operation) => operation.name === name);
  const [, answers = {}] =
    Object.entries(documented?.responses ?? {}).find(([status]) => status.startsWith("2")) ?? [];
  return samplesOf(shown).map((sample) => {
    // Both are in the description as objects.
    const answer = (answers[sample.example ?? ""] ?? Object.values(answers)[0]) as Shown["answer"];
    return { ...sample, operation: name, answer };
  });
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
  { answer }: Shown,
  run: (url: string, folder: string) => Promise<string>,
): Promise<void> {
  // The clock stands where it stood when the documented answer was given.
  const now = () => Number(answer["updated_at"] ?? 0) * 1000;
  const sandbox = createSandbox({ token: env.INTERCOM_ACCESS_TOKEN, now });
  const server = await serveSandbox(sandbox, { port: 0 });
  try {
    const printed = await run(server.url, await temporaryFolder());
    expect(JSON.parse(printed.slice(printed.indexOf("{")))).toEqual(answer);
    expect(sandbox.requests).toHaveLength(1);
  } finally {
    await server.close();
  }
}

test("every operation has a sample in each language for each of its named examples", () => {
  for (const { name, requests } of describedOperations()) {
    for (const label of ["curl", "TypeScript", "fetch", "Python", "Go"]) {
      const shown = samples.filter((sample) => sample.operation === name && sample.label === label);
      const examples = Object.keys(requests);
      expect(shown.map(({ example }) => example)).toEqual(examples.length > 0 ? examples : [undefined]);
    }
  }
});

test("no sample has a secret in it: each takes it from INTERCOM_ACCESS_TOKEN", () => {
  for (const { source } of samples) {
    expect(source).toContain("INTERCOM_ACCESS_TOKEN");
    expect(source).not.toMatch(/Bearer (?![$"{])/);
  }
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
      return runModule(clientAimedAt(url, sample.source), "sample.ts", { folder, env });
    }),
  );

  test.each(inLanguage("fetch"))("fetch: %s", (_, sample) =>
    expectAnswer(sample, (url, folder) =>
      runModule(aimedAt(url, sample.source), "sample.mjs", { folder, env }),
    ),
  );

  test.each(inLanguage("curl"))("curl: %s", async (_, sample) => {
    if (await has("curl", "--version")) {
      await expectAnswer(sample, (url, folder) => runShell(aimedAt(url, sample.source), { folder, env }));
    } else console.warn("There is no curl on this machine: its commands are only read, and sent with fetch");
    await expectAnswer(sample, async (url, folder) =>
      (await sendCurl(aimedAt(url, sample.source), env, folder)).text(),
    );
  });

  test.each(inLanguage("Python"))("Python: %s", async (_, sample) => {
    expect(() => formatPython(sample.source)).not.toThrow();
    if (await has("python3", "--version")) {
      await expectAnswer(sample, (url, folder) => runPython(aimedAt(url, sample.source), { folder, env }));
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
        return output(program, [], { folder, env });
      });
    }
  });
});
