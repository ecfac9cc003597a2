import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import { expect, test } from "vitest";
import { description } from "../support/description.ts";
import { temporaryFolder } from "../support/folders.ts";
import { onDemandFolder, program } from "../support/on-demand.ts";
import { sandboxCommand, startSandboxCommand } from "../support/sandbox-command.ts";

const node = join(onDemandFolder("node20"), "bin", program("node"));

test("the oldest Node that is supported runs the sandbox, which answers every operation", async () => {
  const server = await startSandboxCommand([], node);
  try {
    for (const operation of description.operations) {
      const made = toRequest(exampleRequest(description, operation));
      const { pathname, search } = new URL(made.url);
      const { status } = await fetch(new Request(server.url + pathname + search, made));
      expect(status, operation.pointer).toBeLessThan(400);
    }
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
