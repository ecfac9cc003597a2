import { join } from "node:path";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import { expect, test } from "vitest";
import { description } from "../support/description.ts";
import { onDemandFolder, program } from "../support/on-demand.ts";
import { startSandboxCommand } from "../support/sandbox-command.ts";

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
