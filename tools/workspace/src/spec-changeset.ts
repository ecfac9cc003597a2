/**
 * `npm run spec:changeset`: what changed in the description since the last release, written into .changeset for users. With `--show`
 * what is pending there, for which the description is not read.
 */

import { passOnScript, passOnScriptAfterBundling } from "./pass-on.ts";

const script = "tools/release/src/spec-changeset.ts";
if (process.argv.includes("--show")) passOnScript(script);
else await passOnScriptAfterBundling(script);
