/** `npm run node -- <file> <arguments>`: the Node that this repository pins, in its top folder. */

import { passOn } from "./pass-on.ts";

await passOn(process.execPath, process.argv.slice(2));
