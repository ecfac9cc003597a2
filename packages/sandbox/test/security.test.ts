import { expect, test } from "vitest";
import { createSandbox } from "./notes/create-sandbox.ts";

const SCHEMES = {
  bearer: { type: "http", scheme: "Bearer" },
  basic: { type: "http", scheme: "basic" },
  oauth: { type: "oauth2", flows: {} },
  inHeader: { type: "apiKey", in: "header", name: "X-Key" },
  inQuery: { type: "apiKey", in: "query", name: "key" },
  inCookie: { type: "apiKey", in: "cookie", name: "key" },
  openId: { type: "openIdConnect", openIdConnectUrl: "https://id.example.com" },
  digest: { type: "http", scheme: "digest" },
  oddlyNamed: { type: "apiKey", in: "query", name: 'a"\\é' },
  noScheme: { type: "http", scheme: "✓ not a token" },
  certificate: { type: "mutualTLS" },
};

async function ask(security: object[], url: string, headers: Record<string, string>, token?: string) {
  const description = {
    openapi: "3.1.0",
    info: {},
    security,
    components: { securitySchemes: SCHEMES },
    paths: { "/": { get: { responses: { "204": { description: "" } } } } },
  };
  const sandbox = createSandbox({ description, ...(token !== undefined && { token }) });
  const response = await sandbox.fetch(`http://sandbox${url}`, { headers });
  return { status: response.status, challenge: response.headers.get("www-authenticate"), sandbox };
}

test.each([
  ["bearer", "/", { authorization: "Bearer s3cret" }],
  ["oauth", "/", { authorization: "Bearer s3cret" }],
  ["inHeader", "/", { "x-key": "s3cret" }],
  ["inQuery", "/?key=s3cret", {}],
  ["inCookie", "/", { cookie: "other=1; key=s3cret" }],
])(
  "%s takes its credential where the description puts it",
  async (scheme, url, headers: Record<string, string>) => {
    expect((await ask([{ [scheme]: [] }], "/", {})).status).toBe(401);
    expect((await ask([{ [scheme]: [] }], url, headers)).status).toBe(204);
    expect((await ask([{ [scheme]: [] }], url, headers, "s3cret")).status).toBe(204);
    expect((await ask([{ [scheme]: [] }], url, headers, "other")).status).toBe(401);
  },
);

test("basic takes a user and a password", async () => {
  const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });
  expect((await ask([{ basic: [] }], "/", basic("user:pass"))).status).toBe(204);
  expect((await ask([{ basic: [] }], "/", basic("user:pass"), "user:pass")).status).toBe(204);
  expect((await ask([{ basic: [] }], "/", basic("user:other"), "user:pass")).status).toBe(401);
  expect((await ask([{ basic: [] }], "/", basic("no colon"))).status).toBe(401);
  expect(await ask([{ basic: [] }], "/", { authorization: "Basic %%%" })).toMatchObject({
    status: 401,
    challenge: 'Basic realm="sandbox", charset="UTF-8"',
  });
});

test("one requirement of several is enough, and needs all of its schemes", async () => {
  const security = [{ bearer: [], inHeader: [] }, { inQuery: [] }];
  expect((await ask(security, "/", { authorization: "Bearer a" })).status).toBe(401);
  expect((await ask(security, "/", { authorization: "Bearer a", "x-key": "b" })).status).toBe(204);
  expect((await ask(security, "/?key=c", {})).status).toBe(204);
});

test.each([
  ["bearer", "Bearer"],
  ["oauth", "Bearer"],
  ["openId", "Bearer"],
  ["basic", 'Basic realm="sandbox", charset="UTF-8"'],
  ["digest", 'Digest realm="sandbox"'],
  ["inHeader", 'ApiKey realm="sandbox", in="header", name="X-Key"'],
  ["inQuery", 'ApiKey realm="sandbox", in="query", name="key"'],
  ["inCookie", 'ApiKey realm="sandbox", in="cookie", name="key"'],
  ["oddlyNamed", 'ApiKey realm="sandbox", in="query", name="a\\"\\\\%C3%A9"'],
])("a 401 says how to authenticate with %s", async (scheme, challenge) => {
  expect(await ask([{ [scheme]: [] }], "/", {})).toMatchObject({ status: 401, challenge });
});

test("a 401 says every way to authenticate, each once", async () => {
  const security = [{ bearer: [], inHeader: [] }, { oauth: [] }, { certificate: [], basic: [] }];
  expect(await ask(security, "/", {})).toMatchObject({
    status: 401,
    challenge:
      'Bearer, ApiKey realm="sandbox", in="header", name="X-Key", Basic realm="sandbox", charset="UTF-8"',
  });
});

test("a scheme whose name HTTP does not allow takes nobody in, and no server down", async () => {
  expect(await ask([{ noScheme: [] }], "/", {})).toMatchObject({ status: 401, challenge: null });
});

test("of other schemes of HTTP the name is looked at, since what proves the rest differs each time", async () => {
  const authorization = 'Digest username="u", realm="sandbox", response="0123"';
  expect((await ask([{ digest: [] }], "/", { authorization })).status).toBe(204);
  expect((await ask([{ digest: [] }], "/", { authorization }, "s3cret")).status).toBe(204);
  expect((await ask([{ digest: [] }], "/", { authorization: "Bearer a" })).status).toBe(401);
  expect((await ask([{ digest: [] }], "/", { authorization: "Digest " })).status).toBe(401);
  expect((await ask([{ certificate: [] }], "/", {})).status).toBe(204);
});

test("an empty requirement lets everybody in", async () => {
  expect((await ask([{ bearer: [] }, {}], "/", {})).status).toBe(204);
  expect((await ask([], "/", {})).status).toBe(204);
});

test("no credential is found in what the sandbox remembers", async () => {
  const headers = {
    authorization: "Bearer s3cret",
    "x-key": "s3cret",
    cookie: "key=s3cret",
    "x-other": "kept",
  };
  const { sandbox } = await ask([{ inQuery: [] }, { inHeader: [] }], "/?key=s3cret&page=2", headers);
  expect(JSON.stringify(sandbox.requests)).not.toContain("s3cret");
  expect(sandbox.requests[0]).toMatchObject({
    path: "/?key=%5Bredacted%5D&page=2",
    headers: { "x-other": "kept" },
  });
});
