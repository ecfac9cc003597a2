import { because, type Rule } from "./rule.ts";

/**
 * Changes of what stands around the operations, and those that any object can have.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object
 */
export const openapiRules = {
  "server-added": {
    verdict: "additive",
    say: ({ name }) => `${name} is one more of the servers that the client names.`,
  },
  "server-removed": {
    verdict: "breaking",
    say: ({ name }) => `${name} is no longer one of the servers that the client names.`,
  },
  "servers-reordered": {
    verdict: "breaking",
    say: ({ was, is }) => `The client names its servers in another order: ${is}; it was ${was}.`,
  },
  "default-server-changed": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `Without a base URL, ${subject} goes to ${is}; it was ${was}.`,
  },

  "credential-added": {
    verdict: "additive",
    say: ({ subject, name }) => `The client takes a new credential, ${subject}, as its option ${name}.`,
  },
  "credential-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `The client no longer takes the credential ${subject} as its option ${name}.`,
  },
  "credential-changed": {
    verdict: "breaking",
    say: ({ subject, was, is, why }) =>
      `The credential ${subject} is given as ${is}${because(why)}; it was ${was}.`,
  },
  "credential-sent-otherwise": {
    verdict: "additive",
    say: ({ subject, was, is }) => `The client sends the credential ${subject} as ${is}; it was ${was}.`,
  },

  "type-added": {
    verdict: "additive",
    say: ({ name }) => `The client exports a new type, ${name}.`,
  },
  "type-removed": {
    verdict: "breaking",
    say: ({ name }) => `The client no longer exports the type ${name}.`,
  },
  "type-renamed": {
    verdict: "breaking",
    say: ({ was, is, why }) => `The exported type ${was} is now called ${is}${because(why)}.`,
  },
  "validator-renamed": {
    verdict: "breaking",
    say: ({ subject, was, is, why }) =>
      `The validator of ${subject} is now called ${is}${because(why)}; it was ${was}.`,
  },

  // Semantic Versioning 2.0.0 § 7: what marks something as deprecated is a minor version.
  deprecated: {
    verdict: "additive",
    say: ({ subject }) => `${subject} is deprecated.`,
  },
  "no-longer-deprecated": {
    verdict: "documentation",
    say: ({ subject }) => `${subject} is no longer deprecated.`,
  },
  // To whoever calls it, it is the same until then.
  "sunset-changed": {
    verdict: "documentation",
    say: ({ subject, was, is }) =>
      is === ""
        ? `${subject} is no longer said to go on ${was}.`
        : `${subject} may be gone from ${is} on${was === "" ? "" : `; it was ${was}`}.`,
  },
  "documentation-added": {
    verdict: "documentation",
    say: ({ subject, name }) => `${subject} has ${name}.`,
  },
  "documentation-removed": {
    verdict: "documentation",
    say: ({ subject, name }) => `${subject} no longer has ${name}.`,
  },
  "documentation-changed": {
    verdict: "documentation",
    say: ({ subject, name }) => `${name.replace(/^(an? )?/, "The ")} of ${subject} changed.`,
  },
} as const satisfies Record<string, Rule>;
