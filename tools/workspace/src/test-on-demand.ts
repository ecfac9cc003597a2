/**
 * `npm run test:on-demand`: the tests that install 1 GB more first, such as other run times, compilers and test runners. The last line
 * says how many passed and failed.
 */

import { runTests } from "./run-tests.ts";

await runTests({
  checks: [],
  task: "test:on-demand",
  groups: [{ packages: ["@visitors-api/e2e"], needBrowser: true }],
});
