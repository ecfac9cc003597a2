import module from "node:module";
import type * as Published from "../../src/node/command.ts";

// The command as it is published, of an API that is not the package's own, and started as that is.
module.enableCompileCache();
const published: Promise<typeof Published> = import(
  new URL("../../dist/node/command.js", import.meta.url).href
);
const [{ command }, { domainOf }] = await Promise.all([published, import("./domain.ts")]);
await command(domainOf);
