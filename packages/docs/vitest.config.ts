import { defineConfig } from "vitest/config";
import shared from "../../tools/workspace/vitest.config.ts";

export default defineConfig({
  test: {
    ...shared.test,
    globalSetup: "test/own-site.ts",
    // Each of these waits for a build, a browser or both.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
