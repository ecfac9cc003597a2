import { gzipSync } from "node:zlib";
import { describe, expect, type TestContext, test } from "vitest";
import { endless, head, whole } from "./hostile-answers.ts";
import { type Misbehaviour, serveRaw } from "./hostile-server.ts";
import { runProgram } from "./program.ts";

/** What a call leaves of an answer, at most. */
interface Bounds {
  /** The characters of the error in a log. */
  readonly logged: number;
  /** By how many megabytes memory grows: at most, while the error is kept, and when it is kept no more. */
  readonly peak: number;
  readonly kept: number;
  readonly left: number;
}

/** No timer is longer: there is all the time in the world. */
const forever = 2 ** 31 - 1;

/** Makes a call in a program of its own, in whose memory nothing else has a part; gives the name of the error. */
async function endingWithin(
  bounds: Bounds,
  answer: Misbehaviour,
  { onTestFinished }: TestContext,
  timeout = forever,
): Promise<string> {
  const server = await serveRaw(answer, undefined, onTestFinished);
  const printed = await runProgram(`
    import { setTimeout as pause } from "node:timers/promises";
    import { inspect } from "node:util";

    const client = createClient({ token: "token", baseUrl: "${server.url}", retries: 0 });
    const call = (timeout) => client.updateNote({ id: "1" }, { timeout }).catch((error) => error);
    const resident = () => process.memoryUsage.rss() / 2 ** 20;
    // What buffers had is given back in the background, which takes the time that it takes.
    const reachable = async (bound, rounds = 1) => {
      for (let round = 1; ; round++) {
        await pause(20, gc());
        const { heapUsed, external } = process.memoryUsage();
        const megabytes = (heapUsed + external) / 2 ** 20;
        if (round === 1000 || (round >= rounds && megabytes < bound)) return megabytes;
      }
    };

    await call(1);
    const before = await reachable(Infinity, 6);
    const residentBefore = resident();
    let peak = 0;
    const sampler = setInterval(() => { peak = Math.max(peak, resident() - residentBefore); }, 5);
    let error = await call(${timeout});
    peak = Math.max(peak, resident() - residentBefore);
    clearInterval(sampler);

    const ended = error instanceof ApiError ? "ApiError" : error.name;
    const logged = inspect(error).length;
    const kept = (await reachable(before + ${bounds.kept})) - before;
    error = undefined;
    const left = (await reachable(before + ${bounds.left})) - before;
    console.log(JSON.stringify({ ended, logged, peak, kept, left }));
  `);
  await server.quiet();
  // The program prints just that.
  const { ended, ...measured } = JSON.parse(printed) as { ended: string } & Bounds;
  for (const name of ["logged", "peak", "kept", "left"] as const)
    expect(measured[name], name).toBeLessThan(bounds[name]);
  return ended;
}

const megabyte = 2 ** 20;
const page = `<!doctype html>${"long ".repeat((10 * megabyte) / 5)}`;
const spaces = " ".repeat(65_536);

// What is not a rule here is several times what was measured: peaks of 55, 55, 95, 95 and 170 MB, one call at a time.
describe.concurrent("a call takes bounded memory and room in a log, and ends, when the answer is", () => {
  test("an error page of ten megabytes, which is the error's body", async (context) => {
    const bounds = { logged: 3000, peak: 200, kept: 15, left: 5 };
    const answer = whole("502 Bad Gateway", page, "Content-Type: text/html");
    expect(await endingWithin(bounds, answer, context)).toBe("ApiError");
  });

  test("a page of ten megabytes with 200, of which the error shows the beginning", async (context) => {
    const bounds = { logged: 5000, peak: 200, kept: 15, left: 5 };
    const answer = whole("200 OK", page, "Content-Type: text/html");
    expect(await endingWithin(bounds, answer, context)).toBe("ResponseParseError");
  });

  test("endless, and there is little time", async (context) => {
    const bounds = { logged: 5000, peak: 500, kept: 5, left: 5 };
    expect(await endingWithin(bounds, endless(head("200 OK"), spaces), context, 100)).toBe("TimeoutError");
  });

  test.for([
    ["200 OK", "ConnectionError"],
    ["500 Internal Server Error", "ApiError"],
  ] as const)(
    "endless, with %s, and there is time for more than a client should take in",
    async ([status, ending], context) => {
      const bounds = { logged: 5000, peak: 700, kept: 5, left: 5 };
      expect(await endingWithin(bounds, endless(head(status), spaces), context)).toBe(ending);
    },
  );

  test("fifty megabytes that gzip makes fifty kilobytes, which the platform unpacks", async (context) => {
    const bounds = { logged: 5000, peak: 500, kept: 60, left: 5 };
    const bomb = gzipSync(Buffer.alloc(50 * megabyte));
    expect(await endingWithin(bounds, whole("200 OK", bomb, "Content-Encoding: gzip"), context)).toBe(
      "ResponseParseError",
    );
  });
});
