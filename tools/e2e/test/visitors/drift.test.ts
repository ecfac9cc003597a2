import * as client from "@visitors-api/client";
import * as schemas from "@visitors-api/client/schemas";
import { createSandbox } from "@visitors-api/sandbox";
import description from "@visitors-api/spec" with { type: "json" };
import { beforeAll, expect, test } from "vitest";
import { description as described } from "../../support/description.ts";
import { drift } from "../../support/drift.ts";
import { callExample, exampleClient } from "../../support/example-client.ts";
import { Traffic } from "../../support/traffic.ts";
import { withoutFormats } from "../../support/without-formats.ts";
import { runContract } from "../../visitors/contract/contract.ts";
import { startScriptedServer } from "../../visitors/scripted-server.ts";

const [server] = description.servers;
const traffic = new Traffic(String(server?.url));

/** Headers that drift does not find in the security schemes of a description. */
const apiKeys = Object.values(described.securitySchemes).flatMap((scheme) =>
  scheme.kind === "apiKey" && scheme.in === "header" ? [scheme.parameter.toLowerCase()] : [],
);

/** Headers that checks of the contract add as a caller's own, what asks the sandbox for an example, and credentials. */
const ownHeaders = ["x-one", "x-trace-id", "prefer", ...apiKeys];

/** What the client sends where its contract is checked, and every documented answer. */
beforeAll(async () => {
  const scripted = await startScriptedServer(traffic);
  const results = await runContract({ client, schemas, origin: scripted.origin });
  await scripted.close();
  expect(results.filter(({ problem }) => problem !== undefined)).toEqual([]);
  await callForEveryAnswer();
});

test("drift finds nothing in the traffic of the client's tests", async () => {
  const report = await drift(traffic.har(), withoutFormats(description), ownHeaders);

  expect(report.problems).toEqual([]);
  expect(report.run).toMatchObject({
    totalExchanges: traffic.length,
    documentedExchanges: traffic.length,
    skippedExchanges: 0,
  });
  expect(report.status).toBe(0);
});

test("where formats are asserted it finds the empty email, which Intercom sends, and nothing else", async () => {
  const report = await drift(traffic.har(), description, ownHeaders);

  // Once for each operation that answers so.
  expect(report.problems).not.toEqual([]);
  for (const problem of report.problems) {
    expect(problem).toMatchObject({
      target: "response",
      dataPath: "/email",
      message: expect.stringContaining("format"),
    });
  }
});

test("drift does find what is not as described: a type, a parameter, a path", async () => {
  const sandbox = createSandbox();
  const wrong = new Traffic(traffic.baseUrl);
  const fetch = wrong.recorded(async (input, init) => {
    const text = await (await sandbox.fetch(input, init)).text();
    const body = text.replace('"session_count":0', '"session_count":"none"');
    return new Response(body, { headers: { "content-type": "application/json" } });
  });
  const request = {
    method: "PUT",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ id: "660e73c36abd01bd27af623d" }),
  };
  await fetch(`${wrong.baseUrl}/visitors?verbose=yes`, request);
  await fetch(`${wrong.baseUrl}/guests`, request);

  const report = await drift(wrong.har(), withoutFormats(description));

  expect(report.problems.map(({ message }) => message).sort()).toEqual([
    'Response field "session_count" must be integer.',
    "Undocumented endpoint: PUT /guests",
    'Undocumented query parameter in traffic: "verbose"',
  ]);
  expect(report.status).toBe(1);
});

async function callForEveryAnswer(): Promise<void> {
  const recording = exampleClient({ fetch: traffic.recorded(createSandbox().fetch), retries: 0 });
  for (const operation of described.operations) {
    const requests = operation.requestBody?.content.flatMap(({ examples }) => examples) ?? [];
    for (const { status, content } of operation.responses) {
      const code = status === "default" ? 400 : status.replaceAll("X", "0");
      const answers = content.flatMap(({ examples }) => examples).map(({ name }) => `, example=${name}`);
      for (const answer of answers.length > 0 ? answers : [""]) {
        for (const request of requests.length > 0 ? requests : [undefined]) {
          const call = callExample(recording, operation, `code=${code}${answer}`, request?.name);
          await call.catch(ignoreDocumented);
        }
      }
    }
  }
}

/** Documented errors are thrown; anything else that is thrown is not meant. */
function ignoreDocumented(error: unknown): void {
  if (!(error instanceof client.ApiError)) throw error;
}
