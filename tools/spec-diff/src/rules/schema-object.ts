import type { Rule } from "./rule.ts";

/** To accept less is a break for who gives, to give more for who takes. */
const narrows = { request: "breaking", response: "additive" } as const;
const widens = { request: "additive", response: "breaking" } as const;

/**
 * Changes of schemas.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export const schemaRules = {
  "type-changed": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `${subject} is ${is}; it was ${was}.`,
  },
  "type-narrowed": {
    verdict: narrows,
    say: ({ subject, was, is, where }) => `In ${where}, ${subject} is only ${is}; it was ${was}.`,
  },
  "type-widened": {
    verdict: widens,
    say: ({ subject, was, is, where }) => `In ${where}, ${subject} may be ${is}; it was only ${was}.`,
  },
  "null-added": {
    verdict: widens,
    say: ({ subject, where }) => `In ${where}, ${subject} may be null.`,
  },
  "null-removed": {
    verdict: narrows,
    say: ({ subject, where }) => `In ${where}, ${subject} is no longer null.`,
  },
  "enum-value-added": {
    verdict: widens,
    say: ({ subject, name, where }) => `In ${where}, ${subject} may be ${name} too.`,
  },
  "enum-value-removed": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${subject} is no longer ${name}.`,
  },
  "enum-added": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${subject} is one of ${name}; it was any value.`,
  },
  "enum-removed": {
    verdict: widens,
    say: ({ subject, name, where }) => `In ${where}, ${subject} is any value; it was one of ${name}.`,
  },

  "property-added": {
    verdict: "additive",
    say: ({ subject, where }) => `${subject} is a new optional property of ${where}.`,
  },
  "required-property-added": {
    verdict: narrows,
    say: ({ subject, where }) => `${subject} is a new required property of ${where}.`,
  },
  "property-removed": {
    verdict: "breaking",
    say: ({ subject, where }) => `${subject} is no longer a property of ${where}.`,
  },
  "property-required": {
    verdict: narrows,
    say: ({ subject, where }) => `In ${where}, ${subject} is required; it was optional.`,
  },
  "property-optional": {
    verdict: widens,
    say: ({ subject, where }) => `In ${where}, ${subject} is optional; it was required.`,
  },
  "additional-properties-described": {
    verdict: "additive",
    say: ({ subject, where }) => `In ${where}, ${subject} has properties of any name.`,
  },
  "additional-properties-removed": {
    verdict: "breaking",
    say: ({ subject, where }) => `In ${where}, ${subject} no longer has properties of any name.`,
  },
  "additional-properties-allowed": {
    verdict: "additive",
    say: ({ subject, where }) =>
      `In ${where}, a property of ${subject} that is not described is no longer refused.`,
  },
  "additional-properties-refused": {
    verdict: narrows,
    say: ({ subject, where }) => `In ${where}, a property of ${subject} that is not described is refused.`,
  },
  "tuple-changed": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `${subject} begins with ${is} described items; there were ${was}.`,
  },
  "tuple-length-widened": {
    verdict: widens,
    say: ({ subject, name, was, is, where }) =>
      `In ${where}, ${subject} may have fewer or more of the items that are described one by one: it is held to ${name} ${is}; it was ${was}.`,
  },

  "alternative-added": {
    verdict: widens,
    say: ({ subject, name, where }) => `In ${where}, ${subject} may be ${name} too.`,
  },
  "alternative-removed": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${subject} is no longer ${name}.`,
  },
  "alternatives-added": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${subject} has to match ${name} of several schemas.`,
  },
  "alternatives-removed": {
    verdict: widens,
    say: ({ subject, name, where }) =>
      `In ${where}, ${subject} no longer has to match ${name} of several schemas.`,
  },
  "alternatives-exclusive": {
    verdict: narrows,
    say: ({ subject, where }) => `In ${where}, ${subject} matches one of its alternatives and no other.`,
  },
  "alternatives-inclusive": {
    verdict: "additive",
    say: ({ subject, where }) => `In ${where}, ${subject} may match several of its alternatives.`,
  },
  "discriminator-added": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${name} tells which alternative ${subject} is.`,
  },
  "discriminator-removed": {
    verdict: widens,
    say: ({ subject, name, where }) =>
      `In ${where}, ${name} no longer tells which alternative ${subject} is.`,
  },
  "discriminator-changed": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `${is} tells which alternative ${subject} is; it was ${was}.`,
  },
  "discriminator-value-added": {
    verdict: widens,
    say: ({ subject, name, where }) => `In ${where}, ${name} is one more alternative of ${subject}.`,
  },
  "discriminator-value-removed": {
    verdict: narrows,
    say: ({ subject, name, where }) => `In ${where}, ${name} is no longer an alternative of ${subject}.`,
  },

  // What no type says. Who is given less than before has nothing to change, and who is given more only to expect it.
  "constraint-tightened": {
    verdict: narrows,
    say: ({ subject, name, was, is, where }) =>
      `In ${where}, ${subject} is held to ${name} ${is}; it was ${was}.`,
  },
  "constraint-loosened": {
    verdict: "additive",
    say: ({ subject, name, was, is, where }) =>
      `In ${where}, ${subject} is held to ${name} ${is}; it was ${was}.`,
  },
  "constraint-changed": {
    verdict: narrows,
    say: ({ subject, name, was, is, where }) =>
      `In ${where}, ${subject} is held to ${name} ${is}; it was ${was}.`,
  },

  "default-added": {
    verdict: { request: "additive", response: "documentation" },
    say: ({ subject, is }) => `When it is left out, ${subject} is ${is}.`,
  },
  "default-changed": {
    verdict: { request: "breaking", response: "documentation" },
    say: ({ subject, was, is }) => `When it is left out, ${subject} is ${is}; it was ${was}.`,
  },
  "default-removed": {
    verdict: { request: "breaking", response: "documentation" },
    say: ({ subject, was }) => `When it is left out, ${subject} is no longer said to be ${was}.`,
  },
  "idle-default-changed": {
    verdict: "documentation",
    say: ({ subject, was, is }) =>
      `The default of ${subject} is ${is}; it was ${was}. It has to be given all the same.`,
  },
  "format-changed": {
    verdict: "documentation",
    say: ({ subject, name, was, is }) => `The ${name} of ${subject} is ${is}; it was ${was}.`,
  },
} as const satisfies Record<string, Rule>;
