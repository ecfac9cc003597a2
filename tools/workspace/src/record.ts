/** `npm run record -- <url>`: an API held against the description while a client uses it. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/e2e/live/record.ts", { after: ["@visitors-api/spec#bundle"] });
