import { describe, expect, test } from "vitest";
import { type Asked, ask, expectAnswer, JSON_TYPE, ok, PROBLEM, things } from "../support/asking.ts";
import { json } from "../support/describing.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("security", () => {
  const securitySchemes = {
    basic: { type: "http", scheme: "BaSiC" },
    bearer: { type: "http", scheme: "bearer" },
    digest: { type: "http", scheme: "digest" },
    oauth: {
      type: "oauth2",
      flows: { clientCredentials: { tokenUrl: "https://id/token", scopes: { read: "" } } },
    },
    openId: { type: "openIdConnect", openIdConnectUrl: "https://id/configuration" },
    header: { type: "apiKey", in: "header", name: "X-Key" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "SESSION" },
  };
  const secured = (security: object[], operation: object = {}, responses: object = {}) =>
    things(
      { ...ok({ [JSON_TYPE]: { example: "in" } }), ...responses },
      { security, components: { securitySchemes } },
      operation,
    );
  const authorization = (value: string) => ({ headers: { authorization: value } });
  const user = authorization("Basic dGVzdDp0ZXN0");

  test.each<[string, object, Asked, number]>([
    ["nothing is required", things(ok({ [JSON_TYPE]: { example: "in" } })), {}, 200],
    ["nothing is given", secured([{ basic: [] }]), {}, 401],
    ["nothing is given, of two", secured([{ basic: [] }, { header: [] }]), {}, 401],
    ["one of two is given", secured([{ basic: [] }, { header: [] }]), user, 200],
    ["it is not encoded as it should be", secured([{ basic: [] }]), authorization("Basic abc123"), 401],
    [
      "the operation requires something else",
      secured([{ header: [] }], { security: [{ basic: [] }] }),
      user,
      200,
    ],
    ["the operation requires nothing", secured([{ basic: [] }], { security: [] }), {}, 200],
    ["a key is in a header", secured([{ header: [] }]), { headers: { "x-key": "abc" } }, 200],
    ["a key is in no header", secured([{ header: [] }]), {}, 401],
    ["a key is in the query", secured([{ query: [] }]), { path: "/things?key=abc" }, 200],
    ["a key is not in the query", secured([{ query: [] }]), {}, 401],
    ["a key is in a cookie", secured([{ cookie: [] }]), { headers: { cookie: "SESSION=abc" } }, 200],
    ["a key is in no cookie", secured([{ cookie: [] }]), {}, 401],
    ["a token is given", secured([{ bearer: [] }]), authorization("Bearer abc"), 200],
    ["a token of OAuth is given", secured([{ oauth: ["read"] }]), authorization("Bearer abc"), 200],
    ["a token of OpenID Connect is given", secured([{ openId: ["read"] }]), authorization("Bearer abc"), 200],
    ["a user is given in the place of a token", secured([{ oauth: ["read"] }]), user, 401],
    [
      "a digest is given in the place of a token",
      secured([{ oauth: ["read"] }]),
      authorization("Digest abc"),
      401,
    ],
    [
      "a digest is given",
      secured([{ digest: [] }]),
      authorization('Digest username="", realm="", nonce="", response=""'),
      200,
    ],
    ["no digest is given", secured([{ digest: [] }]), {}, 401],
    [
      "both keys are given",
      secured([{ header: [], query: [] }]),
      { path: "/things?key=a", headers: { "x-key": "b" } },
      200,
    ],
    ["one key of both is given", secured([{ header: [], query: [] }]), { path: "/things?key=a" }, 401],
    ["one of two kinds is given, in any case", secured([{ oauth: [] }, { basic: [] }]), user, 200],
  ])("%s", (_, description, asked, status) =>
    expectAnswer(ask(description, asked), status === 200 ? [200, JSON_TYPE, '"in"'] : [401, PROBLEM]),
  );

  test.each<[string, object, string]>([
    ["as the example says", { example: "out" }, '"out"'],
    ["as the schema says", { schema: { type: "number" } }, "0"],
  ])("a 401 is %s", (_, media, body) =>
    expectAnswer(ask(secured([{ query: [] }], {}, { "401": json(media) })), [401, JSON_TYPE, body]),
  );

  test("a credential is looked at before parameters, and these are then", async () => {
    const parameters = [{ in: "query", name: "age", required: true, schema: {} }];
    const responses = { "401": json({ example: "out" }), "422": json({ example: "wrong" }) };
    const description = secured([{ basic: [] }], { parameters }, responses);
    await expectAnswer(ask(description), [401, JSON_TYPE, '"out"']);
    await expectAnswer(ask(description, user), [422, JSON_TYPE, '"wrong"']);
  });

  test("a 401 challenges for each kind that is required", async () => {
    const challenge = async (...security: object[]) =>
      (await ask(secured(security))).headers.get("www-authenticate");
    expect(await challenge({ basic: [] })).toMatch(/^Basic realm="/);
    expect(await challenge({ digest: [] })).toMatch(/^Digest realm="/);
    expect(await challenge({ oauth: [], basic: [] })).toMatch(/^Bearer, Basic realm="/);
  });
});
