/**
 * `npm run spec:changeset`: what changed in the description since the last release, written into .changeset for users. With `--show`
 * what is pending there, for which the description is not read.
 */

import { passOnScript } from "./pass-on.ts";

const after = process.argv.includes("--show") ? [] : ["@visitors-api/spec#bundle"];
await passOnScript("tools/release/src/spec-changeset.ts", { after });
