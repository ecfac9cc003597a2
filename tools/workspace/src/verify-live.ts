/** `npm run verify:live`: the workflows in spec/ against the real API. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/e2e/live/verify.ts", { after: ["@visitors-api/spec#bundle"] });
