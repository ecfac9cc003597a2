/** `npm run generate`: the description linted and bundled, and the client's generated sources written. */

import { generateSources } from "./derive.ts";

const { succeeded } = await generateSources();
process.exitCode = succeeded ? 0 : 1;
