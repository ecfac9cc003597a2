/** `npm run pnpm -- <arguments>`: the pnpm that this repository pins, in its top folder. */

import { join } from "node:path";
import { passOn } from "./pass-on.ts";
import { root } from "./root.ts";

await passOn(join(root, "node_modules/.bin/pnpm"), process.argv.slice(2));
