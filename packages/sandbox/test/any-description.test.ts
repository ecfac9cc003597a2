import { readableMutations } from "@visitors-api/codegen/readable-mutations";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { createSandbox } from "../src/index.ts";

test("whatever stands in a description that can be read, each operation of it is answered, and not with a fault of the sandbox", async () => {
  let answered = 0;
  for (const { text, description: described } of await readableMutations(150)) {
    const description = readDescription(described);
    const sandbox = createSandbox({ description: described });
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
