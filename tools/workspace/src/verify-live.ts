/** `npm run verify:live`: the workflows in spec/ against the real API. Arguments are passed on. */

import { passOnScriptAfterBundling } from "./pass-on.ts";

await passOnScriptAfterBundling("tools/e2e/live/verify.ts");
