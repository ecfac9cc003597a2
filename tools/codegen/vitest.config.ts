import { defineConfig } from "vitest/config";
import shared from "../workspace/vitest.config.ts";

export default defineConfig({
  test: {
    ...shared.test,
    // The command is a process of its own, and a machine that runs other tests beside it is slow.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
