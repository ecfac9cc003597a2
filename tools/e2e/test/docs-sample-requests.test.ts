import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CodeSample, operationsToShow, samplesOf } from "@visitors-api/docs/samples";
import { readDescription } from "@visitors-api/openapi";
import { format as formatGo } from "@wasm-fmt/gofmt";
import { format as formatPython } from "@wasm-fmt/ruff_fmt";
import { transform } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildGo, has, output, runModules, runPython, runShell } from "../support/code-samples.ts";
import { sendCurl } from "../support/curl-command.ts";
import { consumerFolder, root, temporaryFolder } from "../support/folders.ts";
import { partsOf } from "../support/multipart.ts";
import { type Arrived, startRecordingServer } from "../support/recording-server.ts";
import { shellWords } from "../support/shell-words.ts";
import { typeCheck } from "../support/type-check.ts";
import { writeClient } from "../support/write-client.ts";

/** What the fixture says that a server gets. */
interface Expected {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** By the name of the example, or by the media type where it has none. */
  readonly bodies?: Readonly<Record<string, ExpectedBody>>;
}

interface ExpectedBody {
  readonly type: string;
  readonly json?: unknown;
  readonly text?: string;
  readonly fields?: readonly (readonly string[])[];
  /** The name and the value of each, or where it has a media type its name, media type, file name and content. */
  readonly parts?: readonly (readonly string[])[];
}

interface Shown extends CodeSample {
  readonly operation: string;
  readonly method: string;
  readonly arrives: Expected;
  readonly body: ExpectedBody | undefined;
}

const fixture = join(import.meta.dirname, "../fixtures/odd-operations.yaml");
const description = parse(await readFile(fixture, "utf8"));
const secret = "s3cret";
const env = Object.fromEntries(
  [
    "ODD_API_KEY",
    "ODD_HEADER_KEY",
    "ODD_QUERY_KEY",
    "ODD_COOKIE_KEY",
    "ODD_ACCESS_TOKEN",
    "ODD_USERNAME",
    "ODD_PASSWORD",
  ].map((name) => [name, secret]),
);

/** Every variable is set. */
const anyVariable = new Proxy<Record<string, string>>({}, { get: () => secret });

const samples: Shown[] = operationsToShow(readDescription(description)).flatMap((shown) =>
  samplesOf(shown).map((sample) => {
    const { method, path, id } = shown.operation;
    const arrives: Expected = description.paths[path][method]["x-arrives"];
    const body = arrives.bodies?.[sample.example ?? sample.mediaType ?? ""];
    return { ...sample, operation: id, method: method.toUpperCase(), arrives, body };
  }),
);

function inLanguage(label: string): (readonly [name: string, sample: Shown])[] {
  return samples
    .filter((sample) => sample.label === label)
    .map((sample) => [`${sample.operation} ${sample.example ?? sample.mediaType ?? ""}`.trim(), sample]);
}

let server: Awaited<ReturnType<typeof startRecordingServer>>;

beforeAll(async () => {
  server = await startRecordingServer();
});

beforeEach(() => {
  server.arrived.length = 0;
});

afterAll(() => server.close());

function aimed(source: string): string {
  expect(source.split("https://shop.example")).toHaveLength(2);
  return source.replace("https://shop.example", server.url);
}

async function folderWithFiles(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder);
  return folder;
}

async function writeFiles(folder: string): Promise<void> {
  for (const name of ["file.bin", "file.png", "photo.gif", "photo.png"])
    await writeFile(join(folder, name), `content of ${name}`);
}

/** One request of each sample has arrived, in their order, and is what the fixture says. */
async function expectArrived(...sent: readonly Shown[]): Promise<void> {
  const arrived = server.arrived.splice(0);
  expect(arrived).toHaveLength(sent.length);
  for (const [index, request] of arrived.entries()) {
    const sample = sent[index];
    if (sample) await expectRequest(request, sample);
  }
}

async function expectRequest(request: Arrived, { operation, method, arrives, body }: Shown): Promise<void> {
  expect(request.method, operation).toBe(method);
  // WHATWG URL § 4.3: in a query, URL parsers encode what RFC 3986 would leave.
  expect(request.target.replaceAll("%27", "'")).toBe(arrives.target);
  // RFC 9110 § 5.6.1: white space after the comma of a list says nothing.
  const headers = Object.entries(request.headers).map(([name, value]) => [name, value.replaceAll(", ", ",")]);
  expect(Object.fromEntries(headers)).toMatchObject(arrives.headers);
  if (body) await expectBody(request, body);
  else expect(request.body).toHaveLength(0);
}

async function expectBody({ headers, body }: Arrived, expected: ExpectedBody): Promise<void> {
  const type = headers["content-type"] ?? "";
  expect(type.split(";")[0]).toBe(expected.type);
  if (expected.text !== undefined) expect(body.toString()).toBe(expected.text);
  if (expected.json !== undefined) expect(JSON.parse(body.toString())).toEqual(expected.json);
  if (expected.fields) {
    // Go sorts them by name.
    const fields = [...new URLSearchParams(body.toString())];
    expect(fields.sort()).toEqual([...expected.fields].sort());
  }
  if (expected.parts) {
    expect(partsOf(body.toString(), type)).toEqual(expected.parts);
  }
}

test("the fixture's samples are all there", () => {
  const operations = new Set(samples.map(({ operation }) => operation));
  expect(operations.size).toBe(operationsToShow(readDescription(description)).length);
  for (const label of ["curl", "TypeScript", "Python", "Go"]) expect(inLanguage(label)).toHaveLength(13);
  // Of bodies with several parts, fetch writes forms only.
  expect(inLanguage("fetch")).toHaveLength(12);
});

describe("what arrives is what the description says, from", () => {
  test("curl: all of them", async () => {
    const commands = inLanguage("curl").map(([, sample]) => sample);
    const folder = await folderWithFiles();
    if (await has("curl", "--version")) {
      const sources = commands.map(({ source }) => aimed(source));
      await runShell(["set -e", ...sources].join("\n"), { folder, env });
      await expectArrived(...commands);
    } else console.warn("There is no curl on this machine: its commands are only read, and sent with fetch");
    for (const sample of commands) {
      await sendCurl(aimed(sample.source), env, folder);
      await expectArrived(sample);
    }
  });

  test("fetch: all of them", async () => {
    const programs = inLanguage("fetch").map(([, sample]) => sample);
    const folder = await folderWithFiles();
    const files = programs.map((_, index) => `sample-${index}.mjs`);
    for (const [index, { source }] of programs.entries())
      await writeFile(join(folder, files[index] ?? ""), aimed(source));
    await runModules(files, { folder, env });
    await expectArrived(...programs);
  });

  test("Python: all of them", async () => {
    const programs = inLanguage("Python").map(([, sample]) => sample);
    for (const { source } of programs) expect(() => formatPython(source)).not.toThrow();
    if (!(await has("python3", "--version"))) {
      console.warn("There is no python3 on this machine: its programs are only parsed");
      return;
    }
    const sources = programs.map(({ source }) => aimed(source));
    await runPython(sources, { folder: await folderWithFiles(), env });
    await expectArrived(...programs);
  });

  test("Go: all of them", async () => {
    const programs = inLanguage("Go").map(([, sample]) => sample);
    for (const { source } of programs) expect(formatGo(source)).toBe(`${source}\n`);
    if (!(await has("go", "version"))) {
      console.warn("There is no go on this machine: its programs are only parsed");
      return;
    }
    const folder = await folderWithFiles();
    await mkdir(join(folder, "go"));
    const built = await buildGo(
      programs.map(({ source }) => aimed(source)),
      join(folder, "go"),
    );
    for (const [index, sample] of programs.entries()) {
      await output(built[index] ?? "", [], { folder, env });
      await expectArrived(sample);
    }
  });

  test("TypeScript: all of them, with a client that is generated from the same description", async () => {
    const programs = inLanguage("TypeScript").map(([, sample]) => sample);
    const sources = programs.map(({ source }, index) => {
      expect(source).toContain('"@visitors-api/client"');
      return [`sample-${index}.ts`, source.replace("@visitors-api/client", "./client/index.ts")] as const;
    });
    const folder = await consumerFolder(Object.fromEntries(sources));
    await writeFiles(folder);
    await writeClient(fixture, join(folder, "client"));

    const { status, output: said } = await typeCheck(folder);
    expect(status, said).toBe(0);

    for (const [file, source] of sources) {
      const call = /createClient\((\{)?/;
      expect(source).toMatch(call);
      const aimedSource = source.replace(call, (_, brace?: string) => {
        const baseUrl = `baseUrl: ${JSON.stringify(`${server.url}/v1`)}`;
        return brace ? `createClient({ ${baseUrl},` : `createClient({ ${baseUrl} }`;
      });
      await writeFile(join(folder, file), aimedSource);
    }
    await runModules(
      sources.map(([file]) => file),
      { folder, env },
    );
    await expectArrived(...programs);
  });
});

const codegenFixtures = join(root, "tools/codegen/test/fixtures");
const otherDescriptions = (await readdir(codegenFixtures)).filter((file) => file.endsWith(".yaml")).sort();

test.each(otherDescriptions)("the samples for %s can be parsed, in every language", async (file) => {
  const other = parse(await readFile(join(codegenFixtures, file), "utf8"), { merge: true });
  for (const { label, source } of operationsToShow(readDescription(other)).flatMap(samplesOf)) {
    const parsers: Record<string, () => unknown> = {
      curl: () => shellWords(source, anyVariable),
      TypeScript: () => transform(source, { loader: "ts", format: "esm" }),
      fetch: () => transform(source, { loader: "js", format: "esm" }),
      Python: () => formatPython(source),
      Go: () => expect(formatGo(source)).toBe(`${source}\n`),
    };
    await parsers[label]?.();
  }
});
