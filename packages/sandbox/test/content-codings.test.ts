import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { answerOf, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

const name = "Compressed";
const plain = Buffer.from(JSON.stringify({ id: NOTE["id"], name }));

/** A platform may not know Brotli, which is the youngest of them. */
function knowsBrotli(): boolean {
  try {
    // Not in the declarations yet.
    return new DecompressionStream("brotli" as CompressionFormat) !== undefined;
  } catch {
    return false;
  }
}

const coded: [string, Buffer][] = [
  ["gzip", gzipSync(plain)],
  ["x-gzip", gzipSync(plain)],
  ["GZip", gzipSync(plain)],
  ["deflate", deflateSync(plain)],
  ["deflate, gzip", gzipSync(deflateSync(plain))],
  ["identity", plain],
  ["identity, gzip", gzipSync(plain)],
  ...(knowsBrotli() ? [["br", brotliCompressSync(plain)] satisfies [string, Buffer]] : []),
];

describe.each(["in process", "over a socket"])("a body that is compressed, %s", (way) => {
  async function sandbox() {
    const made = createSandbox();
    if (way === "in process")
      return { requests: () => made.requests, put: put(made.fetch, "http://sandbox") };
    const server = await serveSandbox(made, { port: 0 });
    onTestFinished(() => server.close());
    return { requests: () => made.requests, put: put(fetch, server.url) };
  }

  const put = (send: typeof fetch, url: string) => (coding: string, body: Buffer) => {
    const init = putRequest("", { "content-encoding": coding });
    return answerOf(send(`${url}/notes`, { ...init, body: new Uint8Array(body) }));
  };

  test.each(coded)("is read: %s", async (coding, body) => {
    const { put, requests } = await sandbox();
    const answer = await put(coding, body);
    expect([answer.status, answer.body["name"]]).toEqual([200, name]);
    expect(requests()[0]?.body).toEqual(JSON.parse(plain.toString()));
  });

  test.each<[string, string, Buffer]>([
    ["is in another coding than it says", "gzip", plain],
    ["breaks off", "gzip", gzipSync(plain).subarray(0, -9)],
    ["goes on behind its end", "gzip", Buffer.concat([gzipSync(plain), plain])],
    ["is coded once and not twice", "gzip, gzip", gzipSync(plain)],
  ])("is refused where it %s", async (_, coding, body) => {
    const { put } = await sandbox();
    const answer = await put(coding, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.message).toBe("The body cannot be read: it is not gzip");
    expect((await put("gzip", gzipSync(plain))).status).toBe(200);
  });

  test("is refused in a coding that there is not, which says which there are", async () => {
    const { put } = await sandbox();
    for (const coding of ["compress", "gzip, zstd"]) {
      const answer = await put(coding, plain);
      expect(answer.status).toBe(415);
      expect(answer.headers.get("accept-encoding")).toBe(
        knowsBrotli() ? "gzip, deflate, br" : "gzip, deflate",
      );
    }
  });

  test("is held against the limit as it is read, so that a small one may not become a large one", async () => {
    const { put } = await sandbox();
    const large = gzipSync(JSON.stringify({ ...NOTE_REQUEST, name: "x".repeat(8 * 1024 * 1024) }));
    expect(large.byteLength).toBeLessThan(1024 * 1024);
    expect((await put("gzip", large)).status).toBe(413);
    expect((await put("gzip", gzipSync(large))).status).toBe(400);
  });
});
