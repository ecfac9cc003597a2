import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { serveSandbox } from "../src/node/serve.ts";
import { describing } from "./support/describing.ts";

/** A sandbox in which each path answers with its own template. */
function sandboxOf(paths: readonly string[], servers?: object[]) {
  const items = paths.map((path) => {
    const content = { "application/json": { example: path } };
    return [path, { get: { responses: { "200": { description: "", content } } } }];
  });
  const description = { openapi: "3.1.0", info: {}, paths: Object.fromEntries(items), servers };
  const sandbox = createSandbox({ description });
  return async (path: string): Promise<unknown> => {
    const response = await sandbox.fetch(`http://sandbox${path}`);
    return response.status === 200 ? response.json() : response.status;
  };
}

test("a concrete path goes before a templated one", async () => {
  const get = sandboxOf(["/{any}/b", "/things/{id}", "/things/mine", "/things/{id}.json", "/{any}"]);
  expect(await get("/things/mine")).toBe("/things/mine");
  expect(await get("/things/7")).toBe("/things/{id}");
  expect(await get("/things/7.json")).toBe("/things/{id}.json");
  expect(await get("/things/b")).toBe("/things/{id}");
  expect(await get("/other/b")).toBe("/{any}/b");
  expect(await get("/things")).toBe("/{any}");
});

test("a parameter may be a part of a segment", async () => {
  const get = sandboxOf(["/report-{year}-{month}.{format}", "/files/{name}:copy"]);
  expect(await get("/report-2024-04.pdf")).toBe("/report-{year}-{month}.{format}");
  expect(await get("/files/a%2Fb:copy")).toBe("/files/{name}:copy");
  expect(await get("/files/a:move")).toBe(404);
});

test("characters that mean something to path matchers mean themselves", async () => {
  const get = sandboxOf(["/a(b)*", "/c:d/{e}", "/f?/{g}", "/h é/{i}"]);
  expect(await get("/a(b)*")).toBe("/a(b)*");
  expect(await get("/a(b)")).toBe(404);
  expect(await get("/c:d/1")).toBe("/c:d/{e}");
  expect(await get("/h%20%C3%A9/1")).toBe("/h é/{i}");
});

test("the path of a server may be there or not", async () => {
  const get = sandboxOf(
    ["/things"],
    [{ url: "https://api.example.com/v1/" }, { url: "/{base}", variables: { base: { default: "v2" } } }],
  );
  expect(await get("/things")).toBe("/things");
  expect(await get("/v1/things")).toBe("/things");
  expect(await get("/v2/things")).toBe("/things");
  expect(await get("/v3/things")).toBe(404);
});

describe("paths that mean the same (RFC 3986 § 6.2.2) lead to the same", () => {
  test.each([
    ["/notes", ["/notes", "/n%6Ftes", "/n%6ftes", "/%6e%6Ftes"]],
    ["/a-b.c_d~e", ["/a-b.c_d~e", "/a%2Db%2ec%5Fd%7e%65"]],
    ["/café", ["/café", "/caf%C3%A9", "/caf%c3%a9"]],
    ["/caf%C3%A9", ["/café", "/caf%c3%a9"]],
    ["/a b", ["/a b", "/a%20b"]],
    ["/a%20b", ["/a b", "/a%20b"]],
    ["/a[1]^|", ["/a[1]^|", "/a%5B1%5D%5E%7C", "/a%5b1%5d%5e%7c"]],
    ["/100%", ["/100%25"]],
    ["/é/{id}/ü", ["/%c3%a9/1/%C3%BC", "/é/1/ü"]],
  ])("%s", async (path, requested) => {
    const get = sandboxOf([path]);
    for (const one of requested) expect(await get(one), one).toBe(path);
  });

  test("and those that do not, do not", async () => {
    const get = sandboxOf(["/a/b", "/a(b)", "/c%2Fd", "/{p}"]);
    expect(await get("/a%2Fb")).toBe("/{p}");
    expect(await get("/a%28b)")).toBe("/{p}");
    expect(await get("/c%2fd")).toBe("/c%2Fd");
    expect(await get("/c/d")).toBe(404);
  });
});

describe("the path of a server", () => {
  const server = (url: string, variables: object = {}) => ({ url, variables });

  test("has every value that its variables may have", async () => {
    const get = sandboxOf(
      ["/things"],
      [
        server("https://{region}.example.com/{version}/{stage}", {
          region: { default: "eu", enum: ["eu", "us"] },
          version: { default: "v1", enum: ["v1", "v2"] },
          stage: { default: "live", enum: ["live", "test"] },
        }),
      ],
    );
    for (const base of ["/v1/live", "/v1/test", "/v2/live", "/v2/test", ""]) {
      expect(await get(`${base}/things`), base).toBe("/things");
    }
    for (const base of ["/v1", "/v3/live", "/eu", "/live/v1"])
      expect(await get(`${base}/things`), base).toBe(404);
  });

  test("is the one of the operation, or of its path, in the place of the description's", async () => {
    const ok = (value: string) => ({
      responses: { "200": { description: "", content: { "application/json": { example: value } } } },
    });
    const description = {
      openapi: "3.1.0",
      info: {},
      servers: [server("/all")],
      paths: {
        "/a": {
          servers: [server("/path")],
          get: ok("a"),
          put: { ...ok("put a"), servers: [server("/own")] },
        },
        "/b": { get: ok("b") },
        "/{any}/b": { get: ok("any b") },
      },
    };
    const { fetch } = createSandbox({ description });
    const ask = async (method: string, path: string) => {
      const response = await fetch(`http://sandbox${path}`, { method });
      return response.status === 200 ? response.json() : [response.status, response.headers.get("allow")];
    };
    expect(await ask("GET", "/path/a")).toBe("a");
    expect(await ask("PUT", "/own/a")).toBe("put a");
    expect(await ask("GET", "/a")).toBe("a");
    expect(await ask("PUT", "/path/a")).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await ask("GET", "/own/a")).toEqual([405, "PUT, OPTIONS"]);
    expect(await ask("GET", "/all/a")).toEqual([404, null]);
    // The server's path is meant, and not a value of the parameter.
    expect(await ask("GET", "/all/b")).toBe("b");
    expect(await ask("GET", "/path/b")).toBe("any b");
  });

  test("is normalised as the paths below it are", async () => {
    const get = sandboxOf(["/things"], [server("https://api.example.com/caf%c3%a9")]);
    expect(await get("/caf%C3%A9/things")).toBe("/things");
    expect(await get("/café/thing%73")).toBe("/things");
  });
});

test("OPTIONS * asks whether there is a server, and is told which methods it knows", async () => {
  const description = describing(
    "/things",
    {},
    { security: [{ key: [] }], components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } } },
  );
  const server = await serveSandbox(createSandbox({ description }), { port: 0 });
  onTestFinished(() => server.close());
  const ask = async (method: string) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(server.url).port) });
    socket.write(`${method} * HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n`);
    return text(socket);
  };
  const answer = await ask("OPTIONS");
  expect(answer).toMatch(/^HTTP\/1\.1 204 /);
  expect(answer).toMatch(/^allow: GET, HEAD, OPTIONS\r?$/im);
  expect(await ask("GET")).toMatch(/^HTTP\/1\.1 404 /);
});
