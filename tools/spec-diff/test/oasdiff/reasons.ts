/** What it comes to where the verdict here is another than oasdiff's. */
export type Relation = "stricter on purpose" | "ours right" | "policy" | "not judged";

export interface Reason {
  readonly relation: Relation;
  /** The checks that it is about. */
  readonly checks: RegExp;
  /** How a reader calls them. */
  readonly name: string;
  readonly why: string;
}

export const reasons: readonly Reason[] = [
  {
    relation: "stricter on purpose",
    checks: /^api-operation-id-/,
    name: "`api-operation-id-*`",
    why: "The client's method has another name.",
  },
  {
    relation: "stricter on purpose",
    checks: /^api-schema-removed$/,
    name: "`api-schema-removed`",
    why: "The client no longer exports the type.",
  },
  {
    relation: "stricter on purpose",
    checks: /-discriminator-/,
    name: "`*-discriminator-*`",
    why: "Types are told apart by it, and so is what validators take.",
  },
  {
    relation: "stricter on purpose",
    checks: /^response-media-type-/,
    name: "`response-media-type-added`, `-name-changed`, `-name-specialized`",
    why: "What a method gives is read by its media type, and has one more type.",
  },
  {
    relation: "stricter on purpose",
    checks: /^response-non-success-status-removed$/,
    name: "`response-non-success-status-removed`",
    why: "The class of the error is gone.",
  },
  {
    relation: "stricter on purpose",
    checks: /^response-success-status-added$/,
    name: "`response-success-status-added`",
    why: "What a method gives has one more type, where the body is another. With the same body it is additive.",
  },
  {
    relation: "stricter on purpose",
    checks: /-(became-read-only|became-write-only)$/,
    name: "`request-*-became-read-only`, `response-*-became-write-only`",
    why: "The property is gone from what is given, or from what is answered.",
  },
  {
    relation: "stricter on purpose",
    checks: /-type-compatible$/,
    name: "`*-type-compatible`",
    why: "A text and a number are one on the wire of a header, and two types in a program.",
  },
  {
    relation: "stricter on purpose",
    checks: /-prefix-items-/,
    name: "`*-prefix-items-*`",
    why: "A tuple of another length is another type.",
  },
  {
    relation: "stricter on purpose",
    checks: /^request-body-default-value-/,
    name: "`request-body-default-value-changed`, `-removed`",
    why: "Who leaves it out gets another result. oasdiff has it as an error for parameters alone.",
  },
  {
    relation: "stricter on purpose",
    checks: /^request-body-media-type-schema-removed$/,
    name: "`request-body-media-type-schema-removed`",
    why: "The client's method takes the body as `body` where it may be something else than an object.",
  },
  {
    relation: "ours right",
    checks: /^api-(global-)?security-(scope-)?added$|^api-security-component-(removed|type-changed)$/,
    name: "`api-security-added`, `-scope-added`, `-component-removed`, `-component-type-changed`",
    why: "Who calls without the credential is refused from now on.",
  },
  {
    relation: "ours right",
    checks: /^response-(body|property)-any-of-added$/,
    name: "`response-*-any-of-added`",
    why: "An answer may be what it never was. oasdiff has `one-of-added` as an error.",
  },
  {
    relation: "ours right",
    checks: /-all-of-removed$/,
    name: "`*-all-of-removed`",
    why: "What it said is compared: less is asked of requests, and less is promised of responses.",
  },
  {
    relation: "ours right",
    checks: /^request-required-property-became-not-read-only$/,
    name: "`request-required-property-became-not-read-only`",
    why: "Requests need a property that they could not have.",
  },
  {
    relation: "ours right",
    checks: /^response-required-property-became-not-write-only$/,
    name: "`response-required-property-became-not-write-only`",
    why: "Answers have a property more, which breaks nobody.",
  },
  {
    relation: "policy",
    checks:
      /^response-(body|property)-((exclusive-)?(max|min)-|max-length-|min-length-|min-items-|contains-|dependent-|if-|then-|else-|pattern-property-|property-names-|unevaluated-)/,
    name: "constraints of responses",
    why: "No type says them, and only validators read them: more to expect is additive.",
  },
  {
    relation: "policy",
    checks: /-content-(encoding|media-type|schema)-/,
    name: "`*-content-encoding-*`, `-media-type-*`, `-schema-*`",
    why: "They are annotations (JSON Schema 2020-12, validation § 8), as formats are.",
  },
  {
    relation: "policy",
    checks: /-removed-with-deprecation$/,
    name: "`*-removed-with-deprecation`",
    why: "What is removed breaks who uses it, announced or not. By `policy.yaml` it need not, on the day of its `x-sunset` or later.",
  },
  {
    relation: "policy",
    checks: /^request-parameter-default-value-added$/,
    name: "`request-parameter-default-value-added`",
    why: "What happens without the parameter was not said before.",
  },
  {
    relation: "policy",
    checks: /^request-body-wrapped-in-one-of$/,
    name: "`request-body-wrapped-in-one-of`",
    why: "What was taken is one of the alternatives. That a value may match two of them is not looked at.",
  },
  {
    relation: "policy",
    checks: /^webhook-removed$/,
    name: "`webhook-removed`",
    why: "The API calls it, and the client does not.",
  },
  {
    relation: "policy",
    checks: /sunset-(deleted|date-changed-too-small)$/,
    name: "`*sunset-deleted`, `*-sunset-date-changed-too-small`",
    why: "Another day is what people read; what is removed on it is judged when it is removed.",
  },
  {
    relation: "not judged",
    checks: /sunset-(missing|parse|invalid|date-too-small)|stability|x-extensible|version-/,
    name: "`*-sunset-missing`, `-parse`, `-invalid`, `-too-small`, `*-stability-*`, `*-x-extensible-enum-*`, `api-*version-*`",
    why: "Whether a description keeps to a process is for its linter, and no call depends on it.",
  },
];
