import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";

/**
 * How every package's tests run: `vitest run --config ../../tools/workspace/vitest.config.ts`, or a configuration of
 * the package's own that spreads this one. The counts go where `npm test` adds them up.
 */
export default {
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: [join(import.meta.dirname, "property-tests.setup.ts")],
    // The files of a package share what they import: a quarter of the time goes into importing it again for each.
    isolate: false,
    // Packages are tested beside each other: a second worker in each would import, and start browsers, a second time.
    maxWorkers: 1,
    testTimeout: limits.test,
    hookTimeout: limits.test,
    teardownTimeout: limits.condition,
    expect: { poll: { timeout: limits.condition } },
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
};
