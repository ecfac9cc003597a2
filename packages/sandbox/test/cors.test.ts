import { describe, expect, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { ALLOWED_METHODS, NOTE_REQUEST } from "./notes/described.ts";
import { OTHER_METHOD, putRequest } from "./support/described-answers.ts";

const PAGE = "https://docs.example";

function preflight(options: SandboxOptions, headers: Record<string, string> = {}): Promise<Response> {
  return createSandbox(options).fetch("http://sandbox/notes", {
    method: "OPTIONS",
    headers: { origin: PAGE, "access-control-request-method": "PUT", ...headers },
  });
}

function put(options: SandboxOptions, headers: Record<string, string> = {}): Promise<Response> {
  return createSandbox(options).fetch("http://sandbox/notes", putRequest(NOTE_REQUEST, headers));
}

function names(list: string | null): string[] {
  return (list ?? "").toLowerCase().split(", ");
}

function corsHeaders({ headers }: Response): string[] {
  return [...headers.keys()].filter((name) => name.startsWith("access-control-"));
}

describe("when it is not asked for", () => {
  test("no answer has a word about it", async () => {
    expect(corsHeaders(await put({}, { origin: PAGE }))).toEqual([]);
    expect(corsHeaders(await put({ cors: false }, { origin: PAGE }))).toEqual([]);
    const answer = await preflight({});
    expect(answer.status).toBe(204);
    expect(answer.headers.get("allow")).toBe(ALLOWED_METHODS);
    expect(corsHeaders(answer)).toEqual([]);
  });
});

describe("for every origin", () => {
  test("a preflight allows what the API describes, what the sandbox takes and what is asked for", async () => {
    const answer = await preflight(
      { cors: true, token: "secret" },
      { "access-control-request-headers": "authorization,x-own" },
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-methods")).toBe("PUT");
    expect(names(answer.headers.get("access-control-allow-headers"))).toEqual(
      expect.arrayContaining([
        "authorization",
        "content-type",
        "notes-version",
        "prefer",
        "x-sandbox-fault",
        "x-own",
      ]),
    );
    expect(Number(answer.headers.get("access-control-max-age"))).toBeGreaterThan(0);
    expect(answer.headers.get("x-request-id")).not.toBeNull();
  });

  test("an answer can be read, with all its headers, also an error", async () => {
    const limited: SandboxOptions = { cors: true, rateLimit: { limit: 1 } };
    const answer = await put(limited, { origin: PAGE });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(names(answer.headers.get("access-control-expose-headers"))).toEqual(
      expect.arrayContaining([
        "x-request-id",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
      ]),
    );
    const failed = await put({ cors: true, faults: "status=429; retry-after=1" }, { origin: PAGE });
    expect(failed.status).toBe(429);
    expect(failed.headers.get("access-control-allow-origin")).toBe("*");
    expect(names(failed.headers.get("access-control-expose-headers"))).toEqual(
      expect.arrayContaining(["x-request-id", "retry-after", "x-sandbox-fault"]),
    );
  });

  test("a method that there is not passes the preflight, so that the page can read the 405", async () => {
    const answer = await preflight({ cors: true }, { "access-control-request-method": OTHER_METHOD });
    expect(answer.headers.get("access-control-allow-methods")).toBe(OTHER_METHOD);
  });

  test("a preflight is no request to the API: not limited, not failing, not logged", async () => {
    const sandbox = createSandbox({ cors: true, rateLimit: { limit: 1 }, faults: "status=500" });
    const headers = { origin: PAGE, "access-control-request-method": "PUT" };
    for (let n = 0; n < 3; n++) {
      const { status } = await sandbox.fetch("http://sandbox/notes", { method: "OPTIONS", headers });
      expect(status).toBe(204);
    }
    expect(sandbox.requests).toEqual([]);
  });

  test("the sandbox's own paths can be called by a page too", async () => {
    const sandbox = createSandbox({ cors: true });
    const headers = { origin: PAGE, authorization: "Bearer any" };
    const answer = await sandbox.fetch("http://sandbox/_sandbox/notes", { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("a page on the internet may call the own machine, when it asks", async () => {
    const asking = { "access-control-request-private-network": "true" };
    const allowed = "access-control-allow-private-network";
    expect((await preflight({ cors: true }, asking)).headers.get(allowed)).toBe("true");
    expect((await preflight({ cors: true })).headers.has(allowed)).toBe(false);
  });

  test("what is asked for gets into the answer only when it is a header name", async () => {
    const asking = { "access-control-request-headers": 'good, bad name, "quoted", , x:y' };
    const answer = await preflight({ cors: true }, asking);
    const allowed = names(answer.headers.get("access-control-allow-headers"));
    expect(allowed).toContain("good");
    expect(allowed.filter((name) => /[" :]|^$/.test(name))).toEqual([]);
  });
});

describe("for a list of origins", () => {
  const cors = [PAGE, "http://localhost:5173"];

  test("those in it may, and caches are told that others may not", async () => {
    for (const answer of [await preflight({ cors }), await put({ cors }, { origin: PAGE })]) {
      expect(answer.headers.get("access-control-allow-origin")).toBe(PAGE);
      expect(answer.headers.get("vary")).toBe("Origin");
    }
  });

  test("others may not", async () => {
    for (const origin of ["https://evil.example", "null", `${PAGE}.evil.example`]) {
      for (const answer of [await preflight({ cors }, { origin }), await put({ cors }, { origin })]) {
        expect(answer.headers.has("access-control-allow-origin"), origin).toBe(false);
        expect(answer.headers.get("vary")).toBe("Origin");
      }
    }
  });

  test.each(["https://docs.example/", "docs.example", "HTTPS://docs.example", "*", ""])(
    "%j is refused, since no page has such an origin",
    (origin) => {
      expect(() => createSandbox({ cors: [origin] })).toThrow(/An origin is such as https:\/\/docs.example/);
    },
  );
});
