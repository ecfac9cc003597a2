import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumerFolder } from "../../support/folders.ts";
import { environment, samples } from "../../support/samples.ts";
import { scriptedApi } from "../../visitors/contract/scripted.ts";
import { success } from "../../visitors/contract/visitors.ts";
import { type ScriptedServer, startScriptedServer } from "../../visitors/scripted-server.ts";

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

test("the README's spans for OpenTelemetry have the names of its semantic conventions", async () => {
  const sample = (await samples()).find(({ code }) => code.includes("@opentelemetry/sdk-trace-base"));
  const unavailable = { status: 503, headers: { "Retry-After": "0", "X-Request-Id": "r-1" } };
  const api = await scriptedApi(server, unavailable, success);
  const print =
    "console.log(JSON.stringify(exporter.getFinishedSpans().map(({ name, kind, status, attributes }) => ({ name, kind, status, attributes }))));";
  const folder = await consumerFolder({ "sample.ts": `${sample?.code}\n${print}\n` });
  const env = { [environment.token]: "secret", [environment.baseUrl]: api.baseUrl };

  const { status, output } = await runNode(join(folder, "sample.ts"), [], { cwd: folder, env });

  expect(status, output).toBe(0);
  const { hostname, port } = new URL(api.baseUrl);
  const common = {
    "http.request.method": "PUT",
    "url.full": `${api.baseUrl}/visitors`,
    "server.address": hostname,
    "server.port": Number(port),
  };
  expect(JSON.parse(output.trim().split("\n").at(-1) ?? "")).toEqual([
    {
      name: "PUT",
      kind: 2,
      status: { code: 2 },
      attributes: {
        ...common,
        "http.response.status_code": 503,
        "http.response.header.x-request-id": ["r-1"],
        "error.type": "503",
      },
    },
    {
      name: "PUT",
      kind: 2,
      status: { code: 0 },
      attributes: { ...common, "http.request.resend_count": 1, "http.response.status_code": 200 },
    },
  ]);
});
