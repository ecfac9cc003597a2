import common from "./vitest.config.ts";

/** How the tests of this package run: they share a copy of the repository, which is removed when all of them have run. */
export default { ...common, test: { ...common.test, globalSetup: "test/support/copy-folder.ts" } };
