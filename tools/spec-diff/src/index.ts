/** What a change of an OpenAPI description means for a user of the client that is generated from it. */

export { type DiffOptions, diffDescriptions } from "./diff.ts";
export {
  type Change,
  type Compatibility,
  type Difference,
  type Place,
  type Problem,
  strictest,
  type Verdict,
  verdicts,
} from "./difference.ts";
export { type Policy, PolicyError, readPolicy } from "./policy.ts";
export { toJson } from "./report/json.ts";
export { toMarkdown } from "./report/markdown.ts";
export { toText } from "./report/text.ts";
