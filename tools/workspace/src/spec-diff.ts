/** `npm run spec:diff`: what has changed in the description, for a user of the client. Arguments are passed on. */

import { releases } from "@visitors-api/release/releases";
import { passOnScript } from "./pass-on.ts";
import { root } from "./root.ts";

const isAskedFor = process.argv.length > 2;
if (!isAskedFor && releases(root).length === 0) {
  console.log(
    "Nothing has been released yet, so there is nothing to compare the description with. What else to compare it with can be named: " +
      "a file, or a revision of git such as HEAD.",
  );
} else {
  // What is read of two large descriptions is kept to the end. With less room for what is new V8 holds a sixth less memory, in the same time.
  passOnScript("tools/spec-diff/src/cli.ts", ["--max-semi-space-size=32"]);
}
