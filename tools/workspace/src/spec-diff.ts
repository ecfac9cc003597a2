/** `npm run spec:diff`: what has changed in the description, for a user of the client. Arguments are passed on. */

import { passOn } from "./pass-on.ts";

passOn("tools/spec-diff/src/cli.ts");
