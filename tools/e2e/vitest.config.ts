import { defineConfig } from "vitest/config";
import shared from "../workspace/vitest.config.ts";

const { include, ...settings } = shared.test;

/** The tests that need what is installed on demand; it is installed when one of them is run. */
const onDemand = [
  "inspector",
  "intercom-client",
  "packages",
  "platforms",
  "recipes",
  "remote-cache",
  "sandbox-on-node-20",
  "sandbox-data-on-node-20",
].map((name) => `test/**/${name}.test.ts`);

export default defineConfig({
  test: {
    ...settings,
    // They are the last to end, wait for other processes much of the time, and have nothing to do with each other.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "workspace", include, exclude: onDemand } },
      { extends: true, test: { name: "on demand", include: onDemand, globalSetup: "support/on-demand.ts" } },
    ],
  },
});
