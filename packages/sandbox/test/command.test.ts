import { createServer } from "node:net";
import { readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/openapi/notes" with { type: "json" };
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { start } from "./notes/command.ts";
import { answerOf, NOTE_REQUEST } from "./notes/described.ts";
import { expectWrong } from "./support/arguments.ts";
import { paste, type Running, run } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";

async function started(...args: string[]): Promise<Running> {
  const running = await start(["--port", "0", ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

test("prints its URL, the token it takes and what it is", async () => {
  const { output, url } = await started();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(output()).toContain("Notes API 1.2");
  expect(output()).toMatch(/^Token: any$/m);
  expect(output()).not.toContain("Warning");
});

/** The line is for the first operation, whichever that is. */
const [first] = readDescription(document).operations;

function expectDocumented(printed: string): void {
  const success = first?.responses.find(({ status }) => status.startsWith("2"));
  const documented: object = Object(success?.content[0]?.examples[0]?.value);
  expect({ ...JSON.parse(printed), updated_at: 0 }).toEqual({ ...documented, updated_at: 0 });
}

test.each([[[]], [["--token", "s3cret"]]])(
  "answers the curl line it prints, with %j",
  async (args: string[]) => {
    const { output, printed } = await started(...args);
    const line = /^Try: +(curl .*)$/m.exec(output())?.[1] ?? "";
    const { status, stdout } = await paste(`${line} --silent --show-error --max-time 10`);
    expect(status).toBe(0);
    expectDocumented(stdout);
    await printed(new RegExp(`${first?.method.toUpperCase()} ${first?.path}\\S* 2\\d\\d [\\d.]+ ms`));
  },
);

test("takes no other token than the one it is given", async () => {
  const { url } = await started("--token", "s3cret");
  expect((await answerOf(fetch(`${url}/notes`, putRequest(NOTE_REQUEST)))).status).toBe(401);
});

test("warns when other machines can reach it", async () => {
  const { output, printed } = await started("--host", "0.0.0.0");
  await printed(/Warning: listening on 0\.0\.0\.0, where other machines can reach it/);
  const line = /^Try: +(curl .*)$/m.exec(output())?.[1] ?? "";
  expectDocumented((await paste(`${line} --silent --max-time 10`)).stdout);
});

test("--help and --version print and exit with 0", async () => {
  expect(await run(["--help"])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("--port"),
    stderr: "",
  });
  expect(await run(["--version"])).toMatchObject({
    status: 0,
    stdout: `${packageJson.version}\n`,
    stderr: "",
  });
});

test("says in one line that the port is taken, and exits with 1", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { status, stdout, stderr } = await run(["--port", port]);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^visitors-sandbox: the port is taken \(.*\): stop what uses it, or choose another .*\n$/,
  );
});

test("wrong arguments end it with 2, and a line that says what is wrong with them", async () => {
  const { status, stdout, stderr } = await run(["--prot", "1"]);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^visitors-sandbox: Unknown option '--prot'.* \(see --help\)\n$/);
});

test.each([
  [["--port"], "argument missing"],
  [["--port", "http"], '--port takes a number from 0 to 65535, not "http"'],
  [["--port", "65536"], "--port takes a number"],
  [["serve"], "Unexpected argument 'serve'"],
  [["--token", "a b'c"], "--token takes letters"],
  [["--host", ""], "--host takes an address, not an empty text"],
  [["--data", ""], "--data takes a file, not an empty text"],
  [["--seed="], "--seed takes a file, not an empty text"],
  [["--dynamic-seed", "many"], '--dynamic-seed takes a whole number, not "many"'],
])("says in one line what is wrong with %j", (args: string[], message: string) => {
  expectWrong(args, message);
});
