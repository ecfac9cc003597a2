import type { Edit } from "../support/edit.ts";
import { answered, components, given, holding, merge, pet } from "../support/pets.ts";

const text = { type: "string" };
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const id = { $ref: "#/components/schemas/Id" };
const reference = { $ref: "#/components/schemas/Pet" };

/** The properties of an object. */
export const propertyEdits: readonly Edit[] = [
  {
    what: "a property may be given",
    before: given(),
    after: given(object({ name: text, age: { type: "integer" } })),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property must be given",
    before: given(),
    after: given(object({ name: text, age: { type: "integer" } }, { required: ["age"] })),
    forth: ["breaking", "request-required-property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property may be answered",
    before: answered(),
    after: answered(object({ name: text, age: { type: "integer" } })),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property is always answered",
    before: answered(),
    after: answered(object({ name: text, age: { type: "integer" } }, { required: ["age"] })),
    forth: ["additive", "response-required-property-added"],
    back: ["breaking", "property-removed"],
  },
  {
    what: "a property may be left out of what is given",
    before: given(object({ name: text }, { required: ["name"] })),
    after: given(object({ name: text })),
    forth: ["additive", "request-property-optional"],
    back: ["breaking", "request-property-required"],
  },
  {
    what: "a property may be left out of what is answered",
    before: answered(object({ name: text }, { required: ["name"] })),
    after: answered(object({ name: text })),
    forth: ["breaking", "response-property-optional"],
    back: ["additive", "response-property-required"],
  },
  {
    what: "a property is only read from now on",
    before: merge(given(object({ id: text, name: text })), answered(object({ id: text, name: text }))),
    after: merge(
      given(object({ id: { ...text, readOnly: true }, name: text })),
      answered(object({ id: { ...text, readOnly: true }, name: text })),
    ),
    forth: ["breaking", "property-removed", "the compiler takes it"],
    back: ["additive", "property-added"],
  },
  {
    what: "what a property refers to is only read from now on",
    before: merge(given(object({ id, name: text })), components({ Id: text })),
    after: merge(given(object({ id, name: text })), components({ Id: { ...text, readOnly: true } })),
    forth: ["breaking", "property-removed", "the compiler takes it"],
    back: ["additive", "property-added"],
  },
  {
    what: "a property is only written from now on",
    before: answered(object({ name: text, password: text }, { required: ["password"] })),
    after: answered(
      object({ name: text, password: { ...text, writeOnly: true } }, { required: ["password"] }),
    ),
    forth: ["breaking", "property-removed"],
    back: ["additive", "response-required-property-added"],
  },
  {
    what: "a property of something that is given and answered becomes required",
    before: merge(merge(given(reference), answered(reference)), components({ Pet: object({ name: text }) })),
    after: merge(
      merge(given(reference), answered(reference)),
      components({ Pet: object({ name: text }, { required: ["name"] }) }),
    ),
    forth: ["breaking", "request-property-required"],
    back: ["breaking", "response-property-optional"],
  },
  {
    what: "properties are named in another order",
    before: given(object({ age: text, name: text }, { required: ["age", "name"] })),
    after: given(object({ name: text, age: text }, { required: ["name", "age"] })),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a property of a recursive schema is added to an answer",
    before: merge(answered(reference), components({ Pet: object({ mother: reference }) })),
    after: merge(answered(reference), components({ Pet: object({ mother: reference, name: text }) })),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },

  {
    what: "what is given may have properties of any name",
    before: given(holding(pet)),
    after: given(holding(object({ name: text }, { additionalProperties: text }))),
    forth: ["additive", "additional-properties-described"],
    back: ["breaking", "additional-properties-removed", "the compiler takes it"],
  },
  {
    what: "what is answered has properties of any name",
    before: answered(holding(pet)),
    after: answered(holding(object({ name: text }, { additionalProperties: text }))),
    forth: ["additive", "additional-properties-described"],
    back: ["breaking", "additional-properties-removed", "the compiler takes it"],
  },
  {
    what: "the values of properties of any name become others",
    before: answered(holding({ type: "object", additionalProperties: text })),
    after: answered(holding({ type: "object", additionalProperties: { type: "boolean" } })),
    forth: ["breaking", "type-changed"],
    back: ["breaking", "type-changed"],
  },
  {
    what: "properties that are not described are refused",
    before: given(object({ name: text })),
    after: given(object({ name: text }, { additionalProperties: false })),
    forth: ["breaking", "request-additional-properties-refused", "the compiler takes it"],
    back: ["additive", "additional-properties-allowed"],
  },
  {
    what: "an answer has no properties that are not described",
    before: answered(object({ name: text })),
    after: answered(object({ name: text }, { additionalProperties: false })),
    forth: ["additive", "response-additional-properties-refused"],
    back: ["additive", "additional-properties-allowed"],
  },
];
