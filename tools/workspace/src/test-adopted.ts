/** `npm run test:adopted`: whether a copy of this repository becomes that of another API, and works. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/e2e/adopted/run.ts");
