import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { start } from "./notes/command.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import { command, paste, type Running } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";

async function started(...args: string[]): Promise<Running> {
  const running = await start(["--port", "0", ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

/** Sends bytes as they are, and resolves when the server has closed the connection. */
function sendRaw(url: string, ...requests: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(requests.join(""), "latin1"));
    socket
      .on("close", () => resolve())
      .on("error", reject)
      .resume();
  });
}

test("prints one line for each request, and nothing secret of it", async () => {
  const { url, output, printed } = await started("--token", "s3cret");
  const before = output();
  await fetch(`${url}/notes?key=s3cret`, putRequest({ id: "x" }, { authorization: "Bearer s3cret" }));
  await fetch(`${url}/notes`, putRequest({ id: "x" }, { authorization: "Bearer s3cret2" }));
  await sendRaw(
    url,
    "GET http://user:s3cret@host/nothing?s3cret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  );
  await printed(/nothing/);
  const lines = output().slice(before.length).trim().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^\S+ PUT \/notes 404 [\d.]+ ms$/),
    expect.stringMatching(/^\S+ PUT \/notes 401 [\d.]+ ms$/),
    expect.stringMatching(/^\S+ GET \/nothing 404 [\d.]+ ms$/),
  ]);
});

test("a request cannot forge a line, or change what a terminal shows", async () => {
  const { url, output, printed } = await started();
  const before = output();
  const targets = [
    "/%0AFORGED",
    "/%1B[2J\u009b2J",
    "/\u00e9\u0085\u2028",
    "/a\tb",
    "x:%0d%0aFORGED",
    "x:\u009b2J",
    "//FORGED/x",
    "*",
  ];
  for (const target of targets) {
    await sendRaw(url, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  }
  await fetch(`${url}/last`);
  await printed(/last/);
  const printedSince = output().slice(before.length);
  expect(printedSince).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  for (const line of printedSince.trim().split("\n")) {
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z (GET|\?) \S* 40[04] [\d.]+ ms$/);
  }
});

test("says when an answer did not arrive as a whole", async () => {
  const { url, printed } = await started("--fault", "truncate; times=1", "--fault", "reset; times=1");
  const put = async () => (await fetch(`${url}/notes`, putRequest(NOTE_REQUEST))).text();
  await expect(put()).rejects.toThrow();
  await printed(/PUT \/notes 200 truncated [\d.]+ ms/);
  await expect(put()).rejects.toThrow();
  await printed(/PUT \/notes \d+ reset [\d.]+ ms/);

  const { hostname, port } = new URL(url);
  const head =
    "PUT /notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\n";
  const socket = connect(Number(port), hostname);
  socket.write(`${head}Content-Length: 9\r\nExpect: 100-continue\r\n\r\n{`);
  // The server says so when it is at work on the request.
  socket.once("data", () => socket.resetAndDestroy());
  await printed(/PUT \/notes \d+ abandoned [\d.]+ ms/);
});

test("goes on without being heard when nobody reads what it prints", async () => {
  const running = await started();
  const before = running.output();
  running.hangUp();
  for (let n = 0; n < 3; n++) {
    const response = await fetch(`${running.url}/notes`, putRequest(NOTE_REQUEST));
    expect(response.status).toBe(200);
  }
  running.signal("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(running.output()).toBe(before);
});

test("ends quietly when nobody reads the help", async () => {
  expect(await paste(`{ sleep 0.1; '${process.execPath}' '${command}' --help; } | true`)).toMatchObject({
    status: 0,
    stdout: "",
    stderr: "",
  });
});
