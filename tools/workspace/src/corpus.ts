/** `npm run corpus`: tries the generator on descriptions that the arguments name. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/codegen/corpus/cli.ts");
