/** `npm test`: every check and test that needs no more than is installed. The last line says how many tests passed and failed. */

import { runTests } from "./run-tests.ts";

/**
 * The packages whose tests need a browser, and take longest. Turbo starts whatever is ready first, and then a core would wait for
 * them in the end. They wait for the browser and for other processes, so that there is time for the other tests beside them.
 */
const inBrowsers = ["@visitors-api/docs", "@visitors-api/e2e"];

await runTests({
  checks: ["lint", "typecheck", "drift", "drift:notes", "changeset"],
  task: "test",
  groups: [{ packages: inBrowsers, needBrowser: true }, { packages: inBrowsers.map((name) => `!${name}`) }],
});
