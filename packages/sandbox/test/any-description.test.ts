import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DescriptionError, loadDescription } from "@visitors-api/codegen/load";
import { mutation } from "@visitors-api/codegen/mutations";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { createSandbox } from "../src/index.ts";
import { temporaryFolder } from "./support/folder.ts";

test("whatever stands in a description that can be read, each operation of it is answered, and not with a fault of the sandbox", async () => {
  const file = join(temporaryFolder(), "openapi.json");
  let answered = 0;
  for (const text of fc.sample(mutation, { numRuns: 150 })) {
    writeFileSync(file, text);
    const described = await loadDescription(file, { lenient: true }).catch((error: unknown) => error);
    if (described instanceof DescriptionError) continue;
    expect(described, text).not.toBeInstanceOf(Error);
    const description = readDescription(described as object);
    const sandbox = createSandbox({ description: described as object });
    for (const operation of description.operations) {
      // `fetch` has no request of that method.
      if (operation.method === "trace") continue;
      const request = exampleRequest(description, operation, { secret: "any" });
      const response = await sandbox.fetch(toRequest(request));
      expect(response.status, `${await response.text()}\n${text}`).toBeLessThan(500);
      answered++;
    }
  }
  expect(answered).toBeGreaterThan(150);
});
