import type { Client } from "@modelcontextprotocol/client";
import { describe, expect, test } from "vitest";
import { type Answer, listen, reply, silence } from "../../client/test/server.ts";
import { connectStdio, type Revision, revisions } from "./support/command.ts";
import { accessToken, connectHttp, startHttp } from "./support/connect-http.ts";
import { type AtEnd, forAllTests } from "./support/for-all-tests.ts";
import { builtApi, environmentOf, headersWith, ownArguments, ownOperation } from "./support/own-api.ts";
import { textOf } from "./support/tool-call.ts";

const token = "a-secret-access-token";
const operation = ownOperation;
const given = ownArguments;
const answer = { words: "as they were answered" };

type Connect = (revision: Revision, atEnd?: AtEnd) => Promise<Client>;
type Start = (environment: Readonly<Record<string, string>>, atEnd: AtEnd) => Promise<Connect>;

const transports: readonly (readonly [string, Start])[] = [
  [
    "standard input and output",
    // Each client starts a process of its own.
    async (environment) => async (revision, atEnd) =>
      (await connectStdio([], environment, revision, atEnd)).client,
  ],
  [
    "HTTP",
    async (environment, untilEnd) => {
      const { url } = await startHttp([], { VISITORS_MCP_TOKEN: accessToken, ...environment }, untilEnd);
      return (revision, atEnd) => connectHttp(url, revision, accessToken, atEnd);
    },
  ],
];

describe.each(transports)("over %s", (name, start) => {
  const started = forAllTests(async (atEnd) => {
    const api = await listen();
    atEnd(api.close);
    const [connectToApi, connectToSandbox] = await Promise.all([
      start(environmentOf(api.url, token), atEnd),
      start({}, atEnd),
    ]);
    return { api, connectToApi, connectToSandbox };
  });

  describe.each(revisions)("%s,", (_, revision) => {
    const shared = forAllTests(async (atEnd) => {
      const { api, connectToApi, connectToSandbox } = started();
      const [toApi, toSandbox] = await Promise.all([
        connectToApi(revision, atEnd),
        connectToSandbox(revision, atEnd),
      ]);
      return { api, connectToApi, toApi, toSandbox };
    });
    const withApi = (...answers: [Answer, ...Answer[]]) => ({
      api: shared().api.serve(...answers),
      client: shared().toApi,
    });

    test("a client lists the tools, the resources and the prompts", async () => {
      const client = shared().toSandbox;
      const [{ tools }, { resources }, { prompts }] = await Promise.all([
        client.listTools(),
        client.listResources(),
        client.listPrompts(),
      ]);
      expect(tools.map(({ name }) => name)).toEqual(builtApi.operations.map(({ name }) => name));
      expect(resources.map(({ uri }) => uri)).toEqual(builtApi.resources.map(({ uri }) => uri));
      expect(prompts.map(({ name }) => name)).toEqual(builtApi.workflows.map(({ name }) => name));
    });

    test("a call without a token in the environment is answered by a sandbox", async () => {
      const client = shared().toSandbox;
      expect(client.getInstructions()).toContain("sandbox");
      const result = await client.callTool({ name: operation.name, arguments: given });
      expect(result.isError).toBeUndefined();
      expect(JSON.parse(textOf(result))).toMatchObject(result.structuredContent ?? {});
    });

    test("a call with a token is answered by the API", async () => {
      const { api, client } = withApi(reply(200, answer));
      expect(client.getInstructions()).not.toContain("sandbox");
      const result = await client.callTool({ name: operation.name, arguments: given });
      expect(JSON.parse(textOf(result))).toEqual(answer);
      expect(api.requests).toMatchObject([{ headers: headersWith(token) }]);
    });

    test("an error of the API is a result with its status, its words and what can be done", async () => {
      const { client } = withApi(reply(404, { words: "There is none." }));
      const result = await client.callTool({ name: operation.name, arguments: given });
      expect(result.isError).toBe(true);
      expect(textOf(result)).toMatch(/The API answered 404.*There is none\..*check them/s);
    });

    test("input that does not fit is a result with the validator's messages, and is not sent", async () => {
      const { api, client } = withApi(reply(200, answer));
      const result = await client.callTool({ name: operation.name, arguments: {} });
      expect(result.isError).toBe(true);
      expect(textOf(result)).toMatch(/nothing was sent:\n- .* is required\./);
      expect(api.requests).toEqual([]);
    });

    test("a name that no tool has is a result that names those that there are", async () => {
      const client = shared().toSandbox;
      const result = await client.callTool({ name: "noSuchTool", arguments: {} });
      expect(result.isError).toBe(true);
      expect(textOf(result)).toContain(operation.name);
    });

    test("progress is told while a retry waits", async () => {
      const { client } = withApi(reply(429, {}, { "Retry-After": "1" }), reply(200, answer));
      const progress: { progress: number; message?: string | undefined }[] = [];
      const result = await client.callTool(
        { name: operation.name, arguments: given },
        { onprogress: (one) => progress.push(one) },
      );
      expect(JSON.parse(textOf(result))).toEqual(answer);
      expect(progress).toMatchObject([
        {
          progress: 1,
          message: expect.stringMatching(/Attempt 1 was answered 429; the next is in [\d.]+ s\./),
        },
      ]);
    });

    // Without a session there is nothing that an earlier revision's `notifications/cancelled` could be about.
    if (!(name === "HTTP" && revision === "legacy")) {
      test("a call that is taken back ends the request to the API", async () => {
        let ended: () => void = () => {};
        const hasEnded = new Promise<void>((resolve) => {
          ended = resolve;
        });
        const { api, client } = withApi((response) => response.once("close", ended));
        const controller = new AbortController();
        const call = client.callTool(
          { name: operation.name, arguments: given },
          { signal: controller.signal },
        );
        await api.received(1);
        controller.abort("It is not wanted any more");
        await expect(call).rejects.toThrow("It is not wanted any more");
        await hasEnded;
      });

      test("a call that is taken back while a retry waits is not tried again", async () => {
        const { api, client } = withApi(reply(429, {}, { "Retry-After": "60" }));
        const controller = new AbortController();
        const call = client.callTool(
          { name: operation.name, arguments: given },
          { signal: controller.signal, onprogress: () => controller.abort("It takes too long") },
        );
        await expect(call).rejects.toThrow("It takes too long");
        // The server answers the next call, and has sent nothing in between.
        await client.callTool({ name: operation.name, arguments: {} });
        expect(api.requests).toHaveLength(1);
      });
    }

    test("a client that goes away ends what it has asked for", async () => {
      let ended: () => void = () => {};
      const hasEnded = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const { api } = withApi((response) => response.once("close", ended), silence);
      const client = await shared().connectToApi(revision);
      const call = client.callTool({ name: operation.name, arguments: given }).catch(() => "ended");
      await api.received(1);
      await client.close();
      await hasEnded;
      await expect(call).resolves.toBe("ended");
    });

    test("a hundred calls at once are each answered with their own answer", async () => {
      const { api, client } = withApi((response) => {
        const { body, url } = api.requests.at(-1) ?? {};
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end(JSON.stringify({ received: `${url} ${body}` }));
      });
      const [text] = Object.keys(given).filter((name) => typeof given[name] === "string");
      if (text === undefined) throw new Error("The example has no text");
      const texts = Array.from({ length: 100 }, (_, index) => `text ${index} of many`);
      const results = await Promise.all(
        texts.map((value) =>
          client.callTool({ name: operation.name, arguments: { ...given, [text]: value } }),
        ),
      );
      for (const [index, result] of results.entries()) {
        expect(decodeURIComponent(textOf(result))).toContain(texts[index]);
      }
      expect(api.requests).toHaveLength(100);
    });
  });
});
