import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Fault, SandboxOptions } from "../src/index.ts";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { describedSandbox, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

const { id } = NOTE_REQUEST;

afterEach(() => vi.useRealTimers());

/** The statuses of so many requests, one after another. */
async function statuses(faults: SandboxOptions["faults"] & {}, count: number): Promise<number[]> {
  const { put } = describedSandbox({ faults });
  const found: number[] = [];
  for (let n = 0; n < count; n++) found.push((await put({ id })).status);
  return found;
}

describe("a status", () => {
  test("answers in place of the API, in the described shape, and changes nothing", async () => {
    const { sandbox, put } = describedSandbox({ faults: [{ status: 503, times: 1 }] });
    const { status, headers, body } = await put({ id, name: "Never" });
    expect(status).toBe(503);
    expect(body.errors).toEqual([{ code: "service_unavailable", message: "Service Unavailable" }]);
    expect(body["request_id"]).toBe(headers.get("x-request-id"));
    expect(headers.get("x-sandbox-fault")).toBe("status=503; times=1");
    expect((await put({ id })).body["name"]).toBe("Shopping");
    expect(sandbox.requests).toMatchObject([
      { status: 503, fault: "status=503; times=1", body: { id, name: "Never" } },
      { status: 200, fault: undefined },
    ]);
  });

  test("429 has the described error, and Retry-After when asked for", async () => {
    const { put } = describedSandbox({ faults: "status=429; retry-after=3" });
    const { headers, body } = await put({ id });
    expect(headers.get("retry-after")).toBe("3");
    expect(body.errors?.[0]?.code).toBe("rate_limited");
  });

  test("happens so many times, one fault after another, and then all is normal", async () => {
    expect(await statuses("status=503; times=2, status=500; times=1", 5)).toEqual([503, 503, 500, 200, 200]);
    expect(await statuses([{ status: 500 }], 3)).toEqual([500, 500, 500]);
  });

  test("is counted right for requests that arrive together", async () => {
    const { put } = describedSandbox({ faults: "status=503; times=7" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => put({ id })));
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(13);
  });
});

describe("at random", () => {
  test("the same seed gives the same run, and another seed another", async () => {
    const run = (seed: number) => statuses(`status=503; rate=0.5; seed=${seed}`, 40);
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test.each([0, 0.1, 0.5, 1])("%d of the requests fail", async (rate) => {
    const found = await statuses([{ status: 503, rate }], 1000);
    const share = found.filter((status) => status === 503).length / found.length;
    expect(Math.abs(share - rate)).toBeLessThanOrEqual(rate === 0 || rate === 1 ? 0 : 0.04);
  });

  test("of two faults with one rate and seed, either may be the first to happen", async () => {
    const { put } = describedSandbox();
    const firsts = new Set<number>();
    for (let seed = 1; seed <= 30; seed++) {
      const fault = `status=503; rate=0.5; seed=${seed}, status=500; rate=0.5; seed=${seed}`;
      let status = 200;
      while (status === 200) ({ status } = await put({ id }, { "x-sandbox-fault": fault }));
      firsts.add(status);
    }
    expect(firsts).toEqual(new Set([500, 503]));
  });
});

describe("in process", () => {
  test("a reset rejects as fetch does, after the request was carried out", async () => {
    const sandbox = createSandbox({ faults: [{ reset: true, times: 1 }] });
    const call = sandbox.fetch("http://sandbox/notes", putRequest({ id, name: "Carried out" }));
    await expect(call).rejects.toThrow(TypeError);
    await expect(call).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    const after = await sandbox.fetch("http://sandbox/notes", putRequest({ id }));
    expect(await after.json()).toMatchObject({ name: "Carried out" });
    expect(sandbox.requests[0]).toMatchObject({ status: 200, fault: "reset; times=1" });
  });

  test("a truncated body gives its first half, and then an error", async () => {
    const whole = await createSandbox().fetch("http://sandbox/notes", putRequest({ id }));
    const { byteLength } = await whole.arrayBuffer();
    const sandbox = createSandbox({ faults: "truncate" });
    const response = await sandbox.fetch("http://sandbox/notes", putRequest({ id }));
    expect(response.headers.get("content-length")).toBe(String(byteLength));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value?.byteLength).toBe(Math.ceil(byteLength / 2));
    await expect(reader.read()).rejects.toThrow(TypeError);
    const other = await sandbox.fetch("http://sandbox/notes", putRequest({ id }));
    await expect(other.json()).rejects.toThrow(TypeError);
  });

  test("a delay comes after the request was carried out, and before the answer", async () => {
    vi.useFakeTimers();
    const { put } = describedSandbox({ faults: "delay=60000; times=1" });
    const late = put({ id, name: "Late" });
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    expect((await put({ id })).body["name"]).toBe("Late");
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await late).status).toBe(200);
  });

  test("a delay ends when the request is aborted, and leaves no timer behind", async () => {
    vi.useFakeTimers();
    const sandbox = createSandbox({ faults: "status=503; delay=60000" });
    const controller = new AbortController();
    const call = sandbox.fetch("http://sandbox/notes", {
      ...putRequest({ id }),
      signal: controller.signal,
    });
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    const reason = new Error("No longer wanted");
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("over a socket", () => {
  async function served(options: SandboxOptions) {
    const server = await serveSandbox(createSandbox(options), { port: 0 });
    onTestFinished(() => server.close());
    return server;
  }

  /** What comes back on a plain socket. */
  async function exchange(url: string, headers: readonly string[] = []): Promise<string> {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    const body = JSON.stringify({ id });
    const head = [
      "PUT /notes HTTP/1.1",
      "Host: sandbox",
      "Authorization: Bearer any",
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      ...headers,
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
    return text(socket);
  }

  test("a reset resets the connection, and the next one works", async () => {
    const { url } = await served({ faults: "reset; times=1" });
    await expect(exchange(url)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await exchange(url, ["Connection: close"])).toMatch(/^HTTP\/1.1 200 /);
  });

  test("a truncated body is shorter than its Content-Length, and the connection is closed", async () => {
    const { url } = await served({ faults: "truncate; times=1" });
    const [head = "", body = ""] = (await exchange(url)).split("\r\n\r\n");
    const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1.1 200 /);
    expect(Buffer.byteLength(body)).toBe(Math.ceil(announced / 2));
  });

  test("closing the server ends a delay, and the request gets its answer", async () => {
    const sandbox = createSandbox();
    const server = await serveSandbox(sandbox, { port: 0 });
    const delayed = putRequest({ id, name: "In time" }, { "x-sandbox-fault": "delay=600000" });
    const call = fetch(`${server.url}/notes`, delayed);
    const note = () => sandbox.fetch("http://sandbox/notes", putRequest({ id }));
    await expect.poll(async () => (await note()).json()).toMatchObject({ name: "In time" });
    await server.close();
    expect((await call).status).toBe(200);
  });
});

describe("X-Sandbox-Fault", () => {
  const asking = (fault: string, more: Record<string, string> = {}) => ({
    "x-sandbox-fault": fault,
    ...more,
  });

  test("asks for a fault for this request", async () => {
    const { put } = describedSandbox();
    expect((await put({ id }, asking("status=500"))).status).toBe(500);
    expect((await put({ id })).status).toBe(200);
  });

  test("is counted over the requests of one token for one thing with the same value, since a retry sends it again", async () => {
    const { put, sandbox } = describedSandbox();
    const twice = asking("status=503; times=2");
    const found: number[] = [];
    for (let n = 0; n < 4; n++) found.push((await put({ id }, twice)).status);
    expect(found).toEqual([503, 503, 200, 200]);
    expect((await put({ id }, asking("status=503;times=2"))).status).toBe(503);
    expect((await put({ id }, { ...twice, authorization: "Bearer other" })).status).toBe(503);
    const elsewhere = { headers: { authorization: "Bearer any", ...twice } };
    expect((await sandbox.fetch("http://sandbox/notes", elsewhere)).status).toBe(503);
    expect((await sandbox.fetch("http://sandbox/other", elsewhere)).status).toBe(503);
  });

  test("stands in place of the faults that all requests have", async () => {
    const { put } = describedSandbox({ faults: "status=503; times=1" });
    expect((await put({ id }, asking("status=500"))).status).toBe(500);
    expect((await put({ id })).status).toBe(503);
  });

  test("begins anew after a reset of the sandbox", async () => {
    const { put, sandbox } = describedSandbox({ faults: "status=500; times=1" });
    const once = asking("status=503; times=1");
    const run = async () => [(await put({ id })).status, (await put({ id }, once)).status];
    expect(await run()).toEqual([500, 503]);
    expect(await run()).toEqual([200, 200]);
    const headers = { authorization: "Bearer any" };
    const reset = await sandbox.fetch("http://sandbox/_sandbox/reset", {
      method: "POST",
      headers: { ...headers, "x-sandbox-fault": "status=503" },
    });
    expect(reset.status).toBe(200);
    expect(await run()).toEqual([500, 503]);
  });

  test.each([
    ["", /"" is no fault/],
    ["explode", /^X-Sandbox-Fault: explode is unknown: .*status=<400 to 599>.*delay=.*reset.*truncate/],
    ["status=200", /status takes a whole number from 400 to 599, not 200/],
    ["status=4o4", /status takes a whole number from 400 to 599, not "4o4"/],
    ["status", /status takes a whole number/],
    ["reset=1", /reset takes no value/],
    ["reset; truncate", /reset and truncate cannot be one fault/],
    ["times=2", /"times=2" alone is no fault/],
    ["status=503, times=2", /"times=2" alone is no fault/],
    ["status=503; times=0", /times takes a whole number from 1/],
    ["reset; rate=2", /rate takes a number from 0 to 1, not 2/],
    ["reset; retry-after=1", /retry-after goes with a status/],
    ["delay=600001", /delay takes a number from 0 to 600000/],
    ["status=503;", /"status=503;" is no fault/],
    ["__proto__=1", /__proto__ is unknown/],
  ])("%j is refused, with what there is", async (fault, message) => {
    const { put } = describedSandbox();
    const { status, body } = await put({ id }, asking(fault));
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { code: "invalid", field: "X-Sandbox-Fault", message: expect.stringMatching(message) },
    ]);
  });
});

test("faults that are none are refused when the sandbox is made", () => {
  const wrong: Fault[] = [{ status: 200 }];
  expect(() => createSandbox({ faults: wrong })).toThrow(
    /status takes a whole number from 400 to 599, not 200/,
  );
  expect(() => createSandbox({ faults: "explode" })).toThrow(TypeError);
});
