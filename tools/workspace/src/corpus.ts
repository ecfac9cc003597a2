/** `npm run corpus`: tries the generator on descriptions that the arguments name. */

import { passOn } from "./pass-on.ts";

passOn("tools/codegen/corpus/cli.ts");
