import { request } from "node:http";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { paste, type Running, run, start } from "./support/command.ts";
import { answerOf, putRequest, SEED_REQUEST, SEED_RESPONSE } from "./support/described.ts";

async function started(...args: string[]): Promise<Running> {
  const running = await start(["--port", "0", ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

test("prints its URL, the token it takes and what it is", async () => {
  const { output, url } = await started();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(output()).toContain("Intercom Visitors API 2.10");
  expect(output()).toMatch(/^Token: any$/m);
  expect(output()).not.toContain("Warning");
});

test.each([[[]], [["--token", "s3cret"]]])(
  "answers the curl line it prints, with %j",
  async (args: string[]) => {
    const { output, printed } = await started(...args);
    const line = /^Try: +(curl .*)$/m.exec(output())?.[1] ?? "";
    const { code, stdout } = await paste(`${line} --silent --show-error --max-time 10`);
    expect(code).toBe(0);
    expect({ ...JSON.parse(stdout), updated_at: 0 }).toEqual({ ...SEED_RESPONSE, updated_at: 0 });
    await printed(/PUT \/visitors 200 [\d.]+ ms/);
  },
);

test("takes no other token than the one it is given", async () => {
  const { url } = await started("--token", "s3cret");
  expect((await answerOf(fetch(`${url}/visitors`, putRequest(SEED_REQUEST)))).status).toBe(401);
});

test("prints one line for each request, and nothing secret of it", async () => {
  const { url, output, printed } = await started();
  const before = output();
  await fetch(`${url}/visitors?key=s3cret`, putRequest({ id: "x" }, { authorization: "Bearer s3cret" }));
  await fetch(`${url}/nothing`);
  await printed(/nothing/);
  const lines = output().slice(before.length).trim().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^\S+ PUT \/visitors 404 [\d.]+ ms$/),
    expect.stringMatching(/^\S+ GET \/nothing 404 [\d.]+ ms$/),
  ]);
});

describe.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])("on %s", (signal) => {
  test("stops, with exit code 0", async () => {
    const running = await started();
    // A connection that is kept alive must not keep the process alive.
    await fetch(`${running.url}/visitors`, putRequest(SEED_REQUEST));
    running.signal(signal);
    expect(await running.exit).toBe(0);
    await expect(fetch(running.url)).rejects.toThrow();
  });
});

test("answers the request in flight before it stops", async () => {
  const running = await started();
  const body = JSON.stringify(SEED_REQUEST);
  const headers = {
    authorization: "Bearer any",
    "content-type": "application/json",
    "content-length": body.length,
  };
  const status = await new Promise((resolve, reject) => {
    const inFlight = request(`${running.url}/visitors`, { method: "PUT", headers });
    inFlight.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
    inFlight.write(body.slice(0, 5), () => {
      running.signal("SIGTERM");
      setTimeout(() => inFlight.end(body.slice(5)), 200);
    });
  });
  expect(status).toBe(200);
  const answered = performance.now();
  expect(await running.exit).toBe(0);
  // Well before an idle connection would be given up or cut off.
  expect(performance.now() - answered).toBeLessThan(3000);
});

test("warns when other machines can reach it", async () => {
  const { output, printed } = await started("--host", "0.0.0.0");
  await printed(/Warning: listening on 0\.0\.0\.0, where other machines can reach it/);
  const line = /^Try: +(curl .*)$/m.exec(output())?.[1] ?? "";
  expect((await paste(`${line} --silent --max-time 10`)).stdout).toContain('"Gareth Bale"');
});

test("--help and --version print and exit with 0", async () => {
  expect(await run(["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("--port"),
    stderr: "",
  });
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: "" });
});

test("says in one line that the port is taken, and exits with 1", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { code, stdout, stderr } = await run(["--port", port]);
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^visitors-sandbox: the port is taken \(.*\): stop what uses it, or choose another .*\n$/,
  );
});

test.each([
  [["--prot", "1"], "Unknown option '--prot'"],
  [["--port"], "argument missing"],
  [["--port", "http"], '--port takes a number from 0 to 65535, not "http"'],
  [["--port", "65536"], "--port takes a number"],
  [["serve"], "Unexpected argument 'serve'"],
  [["--token", "a b'c"], "--token takes letters"],
])("says in one line what is wrong with %j, and exits with 2", async (args: string[], message: string) => {
  const { code, stdout, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^visitors-sandbox: .* \(see --help\)\n$/);
});
