import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { onDemandFolder, program } from "../../support/on-demand.ts";
import { sandboxCommand } from "../../support/sandbox-command.ts";

const node = join(onDemandFolder("node20"), "bin", program("node"));

test("the oldest Node that is supported says which one has SQLite, when something is to be kept in a file", async () => {
  const file = join(await temporaryFolder(), "kept.db");
  const { status, output } = await run(node, [sandboxCommand(), "--port", "0", "--data", file]);
  expect(output).toMatch(/^visitors-sandbox: .* needs Node 22\.13 or newer, and this is 20\.\d+\.\d+\n$/);
  expect(status).toBe(1);
});
