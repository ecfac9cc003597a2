/** `npm run release`: versions, publishing, or a rehearsal of both. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/release/src/cli.ts");
