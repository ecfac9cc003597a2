/** `npm run record -- <url>`: an API held against the description while a client uses it. Arguments are passed on. */

import { passOnScriptAfterBundling } from "./pass-on.ts";

await passOnScriptAfterBundling("tools/e2e/live/record.ts");
