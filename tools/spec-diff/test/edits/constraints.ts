import type { Edit } from "../support/edit.ts";
import { answered, given, holding, parameters } from "../support/pets.ts";

const page = (schema: object) =>
  parameters({ name: "page", in: "query", schema: { type: "integer", ...schema } });
const age = (schema: object) => holding({ type: "integer", ...schema });
const name = (schema: object) => holding({ type: "string", ...schema });
const optional = (schema: object) => ({
  type: "object",
  properties: { name: { type: "string", ...schema } },
});

/** What no type says. The compiler knows nothing of it. */
export const constraintEdits: readonly Edit[] = [
  {
    what: "a parameter is limited",
    before: page({}),
    after: page({ maximum: 100 }),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },
  {
    what: "a parameter may be lower",
    before: page({ minimum: 1 }),
    after: page({ minimum: 0 }),
    forth: ["additive", "constraint-loosened"],
    back: ["breaking", "request-constraint-tightened", "the compiler takes it"],
  },
  {
    what: "a limit no longer belongs to what it limits, as OpenAPI 3.0 says it",
    only: "3.0",
    before: given(age({ minimum: 0 })),
    after: given(age({ minimum: 0, exclusiveMinimum: true })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },
  {
    what: "a limit no longer belongs to what it limits, as OpenAPI 3.1 says it",
    only: "3.1",
    before: given(age({ minimum: 0 })),
    after: given(age({ exclusiveMinimum: 0 })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },
  {
    what: "what is given may be longer",
    before: given(name({ maxLength: 10 })),
    after: given(name({ maxLength: 20 })),
    forth: ["additive", "constraint-loosened"],
    back: ["breaking", "request-constraint-tightened", "the compiler takes it"],
  },
  {
    what: "what is answered may be longer",
    before: answered(name({ maxLength: 10 })),
    after: answered(name({ maxLength: 20 })),
    forth: ["additive", "constraint-loosened"],
    back: ["additive", "response-constraint-tightened"],
  },
  {
    what: "what is given has to match a pattern",
    before: given(name({})),
    after: given(name({ pattern: "^[a-z]+$" })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },
  {
    what: "what is given has to match another pattern",
    before: given(name({ pattern: "^[a-z]+$" })),
    after: given(name({ pattern: "^[a-z]*$" })),
    forth: ["breaking", "request-constraint-changed", "the compiler takes it"],
    back: ["breaking", "request-constraint-changed", "the compiler takes it"],
  },
  {
    what: "what is given is a multiple of more",
    before: given(age({ multipleOf: 5 })),
    after: given(age({ multipleOf: 10 })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },
  {
    what: "the items that are given have to differ",
    before: given(holding({ type: "array", items: { type: "string" } })),
    after: given(holding({ type: "array", items: { type: "string" }, uniqueItems: true })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
  },

  {
    what: "a default is said of what is given",
    before: given(optional({})),
    after: given(optional({ default: "Rex" })),
    forth: ["additive", "request-default-added"],
    back: ["breaking", "request-default-removed", "the compiler takes it"],
  },
  {
    what: "a default is said of what has to be given",
    before: given(name({})),
    after: given(name({ default: "Rex" })),
    forth: ["documentation", "idle-default-changed"],
    back: ["documentation", "idle-default-changed"],
  },
  {
    what: "the default of a required parameter becomes another",
    before: parameters({
      name: "page",
      in: "query",
      required: true,
      schema: { type: "integer", default: 1 },
    }),
    after: parameters({ name: "page", in: "query", required: true, schema: { type: "integer", default: 2 } }),
    forth: ["documentation", "idle-default-changed"],
    back: ["documentation", "idle-default-changed"],
  },
  {
    what: "the default of a parameter becomes another",
    before: page({ default: 1 }),
    after: page({ default: 2 }),
    forth: ["breaking", "request-default-changed", "the compiler takes it"],
    back: ["breaking", "request-default-changed", "the compiler takes it"],
  },
  {
    what: "the default of what is answered becomes another",
    before: answered(name({ default: "Rex" })),
    after: answered(name({ default: "Max" })),
    forth: ["documentation", "response-default-changed"],
    back: ["documentation", "response-default-changed"],
  },
  {
    what: "a format is said of what is given",
    before: given(name({})),
    after: given(name({ format: "email" })),
    forth: ["documentation", "format-changed"],
    back: ["documentation", "format-changed"],
  },
];
