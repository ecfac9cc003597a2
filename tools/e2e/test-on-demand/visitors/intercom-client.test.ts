import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root, temporaryFolder } from "../../support/folders.ts";
import { onDemandFolder, requireOnDemand } from "../../support/on-demand.ts";

/** What is used of Intercom's own client (https://www.npmjs.com/package/intercom-client), which this package is compiled without. */
interface IntercomClient {
  readonly visitors: { update(input: object, options?: { version: string }): Promise<unknown> };
}

interface IntercomOptions {
  readonly token: string;
  readonly environment?: string;
  readonly version?: string;
  readonly fetch?: typeof fetch;
  readonly maxRetries?: number;
}

interface IntercomFailure extends Error {
  readonly statusCode: number;
  readonly body: { readonly errors: unknown };
}

const { IntercomClient, IntercomError, Intercom } = requireOnDemand("intercom-client");

function clientWith(options: Partial<IntercomOptions>): IntercomClient {
  return new IntercomClient({ token: "any", ...options });
}

const sandbox = createSandbox();
let environment: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const server = await serveSandbox(sandbox, { port: 0 });
  environment = server.url;
  close = () => server.close();
});

afterAll(() => close());

const id = "660e73c36abd01bd27af623d";

test("with the version that is described, Intercom's own client updates a visitor over a socket", async () => {
  const client = clientWith({ environment, version: "2.10" });
  const input = { id, name: "Ada", custom_attributes: { plan: "pro" } };
  expect(await client.visitors.update(input)).toMatchObject({ type: "visitor", ...input });
  expect(await sandbox.visitors.get({ id })).toMatchObject(input);
  expect(sandbox.requests.at(-1)?.headers).toMatchObject({ "intercom-version": "2.10" });
});

test("without a socket, the sandbox stands in for its fetch", async () => {
  const own = createSandbox();
  const client = clientWith({ version: "2.10", fetch: own.fetch });
  expect(await client.visitors.update({ user_id: "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3" })).toMatchObject({
    id,
  });
  expect(own.requests.map(({ status }) => status)).toEqual([200]);
});

test("the version of a single call will do", async () => {
  const client = clientWith({ environment });
  expect(await client.visitors.update({ id }, { version: "2.10" })).toMatchObject({ id });
});

test("its default version is refused at once with Intercom's code, the versions that are described and where to set one", async () => {
  const { length } = sandbox.requests;
  const failure = await clientWith({ environment })
    .visitors.update({ id, name: "Eve" })
    .then(
      () => undefined,
      (error: IntercomFailure) => error,
    );
  expect(failure).toBeInstanceOf(IntercomError);
  expect(failure?.statusCode).toBe(400);
  expect(failure?.body.errors).toEqual([
    {
      code: "intercom_version_invalid",
      field: "Intercom-Version",
      message: expect.stringMatching(
        /^Intercom-Version must be one of "1\.0", .*"2\.10", "Unstable".*; in intercom-client, its option `version` sets it$/,
      ),
    },
  ]);
  // Whoever looks at nothing but the message of the error is told too.
  expect(failure?.message).toContain("its option `version` sets it");
  expect(sandbox.requests.length).toBe(length + 1);
  expect(await sandbox.visitors.get({ id })).not.toMatchObject({ name: "Eve" });
});

test("documented errors are those that it knows by their classes", async () => {
  const client = clientWith({ environment, version: "2.10" });
  const unknown = client.visitors.update({ id: "nobody" });
  await expect(unknown).rejects.toBeInstanceOf(Intercom.NotFoundError);
  const nobody = clientWith({ environment, version: "2.10", token: "" });
  await expect(nobody.visitors.update({ id })).rejects.toBeInstanceOf(Intercom.UnauthorizedError);
});

test("it tries again after a fault, as it does with the real API", async () => {
  const flaky = createSandbox({ faults: "status=503; retry-after=0; times=1" });
  const client = clientWith({ version: "2.10", fetch: flaky.fetch });
  expect(await client.visitors.update({ id })).toMatchObject({ id });
  expect(flaky.requests.map(({ status }) => status)).toEqual([503, 200]);
});

test("the program in the sandbox's README runs as it is written", async () => {
  const readme = await readFile(join(root, "packages/sandbox/README.md"), "utf8");
  const programs = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const [program] = programs.filter((code) => code.includes("intercom-client"));
  const folder = await temporaryFolder();
  const modules = {
    "intercom-client": onDemandFolder("intercom-client"),
    "@visitors-api/sandbox": join(root, "packages/sandbox"),
  };
  for (const [name, target] of Object.entries(modules)) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(target, link, "dir");
  }
  await writeFile(join(folder, "program.mjs"), program ?? "");
  const { status, output } = await runNode(join(folder, "program.mjs"), [], { cwd: folder });
  expect(output.trim()).toBe("Gareth Bale");
  expect(status).toBe(0);
});
