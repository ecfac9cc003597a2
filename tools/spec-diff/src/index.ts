/** What a change of an OpenAPI description means for a user of the client that is generated from it. */

export type { AcceptedChanges } from "./accepted/accept.ts";
export { closeAccepted } from "./accepted/close-accepted.ts";
export { type DiffOptions, diffDescriptions } from "./diff.ts";
export {
  type Acceptance,
  type Change,
  type Compatibility,
  type Difference,
  type Place,
  type Problem,
  strictest,
  type Verdict,
  verdicts,
} from "./difference.ts";
export { type Policy, readPolicy } from "./policy.ts";
export { toGithub } from "./report/github.ts";
export { toHtml } from "./report/html.ts";
export { toJson } from "./report/json.ts";
export { toJunit } from "./report/junit.ts";
export { toMarkdown } from "./report/markdown.ts";
export { toText } from "./report/text.ts";
