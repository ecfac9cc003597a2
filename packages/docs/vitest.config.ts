import { defineConfig } from "vitest/config";
import shared from "../../tools/workspace/vitest.config.ts";

export default defineConfig({
  test: {
    ...shared.test,
    // The files share what test/build.ts keeps, and the browser that is not started again for each.
    isolate: false,
    // Each of these waits for a build, a browser or both.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
