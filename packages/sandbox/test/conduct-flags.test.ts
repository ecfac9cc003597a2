import { UsageError } from "@visitors-api/machine/usage-error";
import { describe, expect, onTestFinished, test } from "vitest";
import { readArguments } from "../src/node/arguments.ts";
import { start } from "./notes/command.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import { run } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";

test("the command misbehaves, limits and lets pages call it as its flags say", async () => {
  const args = ["--fault", "status=503; times=1", "--fault", "reset; times=1", "--rate-limit", "1", "--cors"];
  const { url, printed, signal } = await start(["--port", "0", ...args]);
  onTestFinished(() => signal("SIGKILL"));
  const put = () => fetch(`${url}/notes`, putRequest(NOTE_REQUEST));
  const failed = await put();
  expect(failed.status).toBe(503);
  expect(failed.headers.get("access-control-allow-origin")).toBe("*");
  await expect(put()).rejects.toThrow(TypeError);
  const limited = await put();
  expect(limited.status).toBe(429);
  expect(limited.headers.get("x-ratelimit-limit")).toBe("1");
  await printed(/PUT \/notes 429/);
});

describe("wrong flags end the command with one line that says what to do", () => {
  test.each([
    [["--fault", "explode"], /--fault "explode": explode is unknown: .*truncate/],
    [["--fault", "status=503, times=2"], /"times=2" alone is no fault/],
    [["--rate-limit", "0"], /--rate-limit takes a whole number of requests from 1, not "0"/],
    [["--rate-limit", "1e3"], /--rate-limit takes/],
    [["--cors-origin", "docs.example"], /--cors-origin takes an origin such as https:\/\/docs.example/],
    [["--cors-origin", "https://docs.example/"], /--cors-origin takes an origin/],
  ])("%j", (args, message) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(message);
  });

  test("with exit code 2", async () => {
    const { status, stderr } = await run(["--fault", "explode"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^visitors-sandbox: --fault .*\(see --help\)\n$/);
  });
});

test("without flags nothing goes wrong, nothing is limited, and no page is let in", () => {
  expect(readArguments([]).conduct).toEqual({ faults: [], cors: false, strict: false, dynamic: false });
});

test("origins that are listed take the place of all of them", () => {
  const args = ["--cors-origin", "https://docs.example", "--cors-origin", "http://localhost:5173"];
  expect(readArguments(args).conduct.cors).toEqual(["https://docs.example", "http://localhost:5173"]);
});
