import { deprecationDays, mistakeOfDay } from "@visitors-api/openapi";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** What is deprecated may have days beside it: when that was said, and from when on it may be gone. */
export function deprecation({ node }: Visit, { findings }: Context): undefined {
  for (const key of deprecationDays) {
    const mistake = node[key] === undefined ? undefined : mistakeOfDay(node, key);
    if (mistake === undefined) continue;
    findings.oddity({ node, key }, `${mistake} It is ignored.`);
    delete node[key];
  }
}
