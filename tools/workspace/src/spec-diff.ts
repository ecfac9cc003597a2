/** `npm run spec:diff`: what has changed in the description, for a user of the client. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";

passOnScript("tools/spec-diff/src/cli.ts");
