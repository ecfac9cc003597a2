import { because, type Rule } from "./rule.ts";

/**
 * Changes of operations, and of what each takes and answers but for its schemas.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#operation-object
 */
export const operationRules = {
  "operation-added": {
    verdict: "additive",
    say: ({ subject, name }) => `The client has a new method, ${subject} (${name}).`,
  },
  "operation-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `The client no longer has the method ${subject} (${name}).`,
  },
  "operation-renamed": {
    verdict: "breaking",
    say: ({ was, is }) => `The method ${was} is now called ${is}.`,
  },
  "method-renamed": {
    verdict: "breaking",
    say: ({ subject, was, is, why }) =>
      `The method of ${subject} is now called ${is}${because(why)}; it was ${was}.`,
  },
  "operation-moved": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `${subject} is now ${is}; it was ${was}.`,
  },

  "parameter-added": {
    verdict: "additive",
    say: ({ subject, name }) => `${name} takes a new optional parameter, ${subject}.`,
  },
  "required-parameter-added": {
    verdict: "breaking",
    say: ({ subject, name }) => `${name} needs a new parameter, ${subject}.`,
  },
  "parameter-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `${name} no longer takes ${subject}.`,
  },
  "parameter-required": {
    verdict: "breaking",
    say: ({ subject, name }) => `${name} needs ${subject}, which could be left out.`,
  },
  "parameter-optional": {
    verdict: "additive",
    say: ({ subject, name }) => `${name} no longer needs ${subject}.`,
  },
  "path-parameter-renamed": {
    verdict: "breaking",
    say: ({ subject, was, is }) =>
      `The parameter ${was} in the path ${subject} is called ${is} now. The same URLs are served; who calls the client's method passes ${is}.`,
  },
  "parameter-moved": {
    verdict: "breaking",
    say: ({ name, was, is }) => `${name} takes ${is} in place of ${was}.`,
  },
  "parameter-hidden": {
    verdict: "breaking",
    say: ({ subject, name, is, why }) =>
      `The method ${name} no longer takes ${subject}${because(why)}. The client's ${is} takes it.`,
  },
  // The client writes it in the new way by itself.
  "parameter-style-changed": {
    verdict: "additive",
    say: ({ subject, was, is }) => `The client writes ${subject} as ${is}; it was ${was}.`,
  },

  "request-body-added": {
    verdict: "additive",
    say: ({ subject }) => `${subject} takes a body.`,
  },
  "required-request-body-added": {
    verdict: "breaking",
    say: ({ subject }) => `${subject} needs a body.`,
  },
  "request-body-removed": {
    verdict: "breaking",
    say: ({ subject }) => `${subject} no longer takes a body.`,
  },
  "request-body-required": {
    verdict: "breaking",
    say: ({ subject }) => `${subject} needs a body, which could be left out.`,
  },
  "request-body-optional": {
    verdict: "additive",
    say: ({ subject }) => `${subject} no longer needs a body.`,
  },
  "body-grouped": {
    verdict: "breaking",
    say: ({ subject, name, why }) =>
      `${subject} now takes the body${name && ` of ${name}`} as \`body\`${because(why)}; it took the properties of the body beside the parameters.`,
  },
  "body-flattened": {
    verdict: "breaking",
    say: ({ subject, name, why }) =>
      `${subject} now takes the properties of the body${name && ` of ${name}`} beside the parameters${because(why)}; it took the body as \`body\`.`,
  },
  "request-media-type-added": {
    verdict: "additive",
    say: ({ subject, name }) => `${subject} takes a body of ${name} too.`,
  },
  "request-media-type-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} no longer takes a body of ${name}.`,
  },
  "request-media-type-preferred": {
    verdict: "breaking",
    say: ({ subject, was, is }) => `The method ${subject} sends a body of ${is}; it was ${was}.`,
  },

  "response-added": {
    verdict: "additive",
    say: ({ subject, name }) => `${subject} has a documented answer for ${name}.`,
  },
  "success-response-added": {
    verdict: "breaking",
    say: ({ subject, name }) =>
      `${subject} may succeed with ${name}, whose body is none that it answered before.`,
  },
  "response-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} no longer documents an answer for ${name}.`,
  },
  "response-media-type-added": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} may have a body of ${name}.`,
  },
  "response-media-type-added-alike": {
    verdict: "additive",
    say: ({ subject, name }) => `${subject} may have the same body as ${name}.`,
  },
  "response-media-type-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} no longer has a body of ${name}.`,
  },
  "response-header-added": {
    verdict: "additive",
    say: ({ subject, name }) => `${subject} may have the header ${name}.`,
  },
  "response-header-removed": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} no longer has the header ${name}.`,
  },
  "response-header-required": {
    verdict: "additive",
    say: ({ subject, name }) => `${subject} always has the header ${name}.`,
  },
  "response-header-optional": {
    verdict: "breaking",
    say: ({ subject, name }) => `${subject} may be without the header ${name}.`,
  },

  "security-required": {
    verdict: "breaking",
    say: ({ subject, is, was }) => `${subject} needs ${is}; ${was} is no longer enough.`,
  },
  "security-allowed": {
    verdict: "additive",
    say: ({ subject, is }) => `${subject} may be called with ${is}.`,
  },
} as const satisfies Record<string, Rule>;
