import { join } from "node:path";
import { createClient } from "@visitors-api/client";
import { run } from "@visitors-api/machine/run";
import { expect, test } from "vitest";
import { describedOperations } from "../support/description.ts";
import { temporaryFolder } from "../support/folders.ts";
import { onDemandFolder, program } from "../support/on-demand.ts";
import { sandboxCommand, startSandboxCommand } from "../support/sandbox-command.ts";

const node = join(onDemandFolder("node20"), "bin", program("node"));

test("the oldest Node that is supported runs the sandbox", async () => {
  const server = await startSandboxCommand([], node);
  try {
    const client = createClient({ token: "any", baseUrl: server.url });
    const [operation] = describedOperations().filter(({ requests }) => Object.keys(requests).length > 0);
    const call: unknown = Reflect.get(client, String(operation?.name));
    if (typeof call !== "function") throw new Error("No operation has an example of its request");
    await call(Object.values(operation?.requests ?? {})[0]);
  } finally {
    await server.stop();
  }
});

test("and says which one has SQLite, when something is to be kept in a file", async () => {
  const file = join(await temporaryFolder(), "kept.db");
  const { status, output } = await run(node, [await sandboxCommand(), "--port", "0", "--data", file]);
  expect(output).toMatch(/^visitors-sandbox: .* needs Node 22\.13 or newer, and this is 20\.\d+\.\d+\n$/);
  expect(status).toBe(1);
});
