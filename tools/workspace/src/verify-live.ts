/** `npm run verify:live`: the workflows in spec/ against the real API. Arguments are passed on. */

import { passOn } from "./pass-on.ts";

passOn("tools/e2e/live/verify.ts");
