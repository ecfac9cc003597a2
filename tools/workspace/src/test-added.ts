/** `npm run test:added`: `npm test` in a copy whose description has more operations. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/e2e/added/run.ts");
