/** `npm run test:added`: `npm test` in a copy whose description has more operations. */

import { passOn } from "./pass-on.ts";

passOn("tools/e2e/added/run.ts");
