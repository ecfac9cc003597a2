/** `npm run release`: versions, publishing, or a rehearsal of both. Arguments are passed on. */

import { passOn } from "./pass-on.ts";

passOn("tools/release/src/cli.ts");
