import { defineConfig } from "vitest/config";
import shared from "../workspace/vitest.config.ts";

/** The tests of `npm run test:on-demand`: what they need is installed when they are run. */
export default defineConfig({
  test: {
    ...shared.test,
    include: ["test-on-demand/**/*.test.ts"],
    globalSetup: "support/on-demand.ts",
    // They wait for other processes much of the time, and have nothing to do with each other.
    maxWorkers: 2,
    outputFile: { json: ".results/on-demand.json" },
  },
});
