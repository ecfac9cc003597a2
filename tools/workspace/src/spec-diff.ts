/** `npm run spec:diff`: what has changed in the description, for a user of the client. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";

// What is read of two large descriptions is kept to the end. With less room for what is new V8 holds a sixth less memory, in the same time.
await passOnScript("tools/spec-diff/src/cli.ts", { nodeOptions: ["--max-semi-space-size=32"] });
