import type { Check } from "../check.ts";
import { expect, expectEqual } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, visitor, visitorsClient } from "../visitors.ts";

export const calls: Readonly<Record<string, Check>> = {
  async "a call sends the request that is described, and returns the answer"(context) {
    const api = await scriptedApi(context, success);

    expectEqual(await visitorsClient(context, api).updateVisitor(request), visitor, "the result");

    const { method, path, headers, body } = await api.lastRequest();
    expectEqual({ method, path }, { method: "PUT", path: "/visitors" }, "the request line");
    expectEqual(headers["content-type"], "application/json", "the content type");
    expectEqual(JSON.parse(body), request, "the body");
  },

  async "a call of openapi-fetch's method does the same"(context) {
    const api = await scriptedApi(context, success);

    const { data, error, response } = await visitorsClient(context, api).PUT("/visitors", { body: request });

    expectEqual(data, visitor, "the data");
    expectEqual(error, undefined, "the error");
    expectEqual(response.status, 200, "the status");
    expectEqual(JSON.parse((await api.lastRequest()).body), request, "the body");
  },

  async "a call of the sandbox updates its visitor"(context) {
    const client = visitorsClient(context, { baseUrl: `${context.origin}/sandbox` });

    const { id, name } = await client.updateVisitor({ ...request, name: "Gareth Frank Bale" });

    expectEqual({ id, name }, { id: request.id, name: "Gareth Frank Bale" }, "the result");
  },

  async "default headers are sent, a User-Agent too where the platform has none of its own"(context) {
    const api = await scriptedApi(context, success);

    await visitorsClient(context, api).updateVisitor(request);

    const { headers } = await api.lastRequest();
    expectEqual(headers["intercom-version"], "2.10", "the version");
    const agent = headers["user-agent"] ?? "";
    const isBrowser = typeof window === "object" && "document" in window;
    expect(
      agent.startsWith(isBrowser ? "Mozilla/" : "Intercom-Visitors-API-client/"),
      `The User-Agent is ${agent}`,
    );
  },

  async "headers of a call replace the client's, which replace the defaults"(context) {
    const api = await scriptedApi(context, success);
    const client = visitorsClient(context, api, { headers: { "X-One": "1", "X-Two": "1" } });

    await client.updateVisitor(request, {
      headers: { "Intercom-Version": "2.9", "x-one": "2", "X-Two": null },
    });

    const { headers } = await api.lastRequest();
    const { "intercom-version": version, "x-one": one, "x-two": two } = headers;
    expectEqual({ version, one, two }, { version: "2.9", one: "2" }, "the headers");
  },

  async "text in any script arrives as it was written, in both directions"(context) {
    const name = 'Zoë Ångström, 北京 ひらがな, עברית, 🏳️‍🌈, e\u0301, \u0000\u2028\ufeff, "\\';
    const api = await scriptedApi(context, { body: { ...visitor, name } });

    const updated = await visitorsClient(context, api).updateVisitor({ ...request, name });

    expectEqual(updated.name, name, "the name in the answer");
    expectEqual(JSON.parse((await api.lastRequest()).body).name, name, "the name in the request");
  },

  async "a body of two million characters arrives whole, in both directions"(context) {
    const text = "🦊 fox ".repeat(250_000);
    const api = await scriptedApi(context, { body: { ...visitor, referrer: text } });

    const { referrer } = await visitorsClient(context, api).updateVisitor({ ...request, name: text });

    expect(referrer === text, "The answer is not whole");
    expect(JSON.parse((await api.lastRequest()).body).name === text, "The request is not whole");
  },

  async "a compressed answer is read"(context) {
    const api = await scriptedApi(context, { ...success, gzip: true });

    expectEqual(await visitorsClient(context, api).updateVisitor(request), visitor, "the result");
  },

  async "calls at the same time each get their own answer"(context) {
    const client = visitorsClient(context, { baseUrl: `${context.origin}/sandbox` });
    const names = Array.from({ length: 20 }, (_, index) => `Visitor ${index}`);

    const visitors = await Promise.all(names.map((name) => client.updateVisitor({ ...request, name })));

    expectEqual(
      visitors.map(({ name }) => name),
      names,
      "the names",
    );
  },

  async "middleware sees the request and the answer, and may read and change both"(context) {
    const api = await scriptedApi(context, { status: 503, headers: { "Retry-After": "0" } }, success);
    const client = visitorsClient(context, api);
    const seen: unknown[] = [];
    client.use({
      async onRequest({ request: made }) {
        seen.push(await made.clone().json(), made.headers.has("authorization"));
        made.headers.set("X-Trace-Id", "trace-1");
      },
      async onResponse({ response }) {
        seen.push(response.status);
        const body: object = await response.json();
        return Response.json({ ...body, name: "Changed on the way" });
      },
    });

    const { name } = await client.updateVisitor(request);

    expectEqual(name, "Changed on the way", "the name");
    expectEqual(seen, [request, false, 200], "what middleware saw");
    for (const { headers, body } of await api.requests()) {
      expectEqual(headers["x-trace-id"], "trace-1", "the header that middleware set");
      expectEqual(JSON.parse(body), request, "the body");
    }
  },

  async "a fetch of the caller's own takes the place of the platform's"(context) {
    const api = await scriptedApi(context, success);
    const sent: Request[] = [];
    const client = visitorsClient(context, api, {
      fetch: (made) => {
        sent.push(made);
        return fetch(made);
      },
    });

    expectEqual(await client.updateVisitor(request), visitor, "the result");
    expectEqual(
      sent.map(({ method, url }) => ({ method, url })),
      [{ method: "PUT", url: `${api.baseUrl}/visitors` }],
      "what was sent",
    );
  },
};
