import type { Edit } from "../support/edit.ts";
import { answered, components, given, holding, merge, type Patch } from "../support/pets.ts";

const text = { type: "string" };
const cat = { type: "object", required: ["kind"], properties: { kind: text, lives: { type: "integer" } } };
const dog = { type: "object", required: ["kind", "bark"], properties: { kind: text, bark: text } };
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: "object", required: Object.keys(properties), properties });
const animals = components({ Cat: cat, Dog: dog });
const with_ = (patch: Patch) => merge(animals, patch);

/** `allOf`, `anyOf`, `oneOf` and discriminators. */
export const compositionEdits: readonly Edit[] = [
  {
    what: "one more alternative may be given",
    before: with_(given(holding({ oneOf: [to("Cat"), text] }))),
    after: with_(given(holding({ oneOf: [to("Cat"), text, to("Dog")] }))),
    forth: ["additive", "request-alternative-added"],
    back: ["breaking", "request-alternative-removed", "the compiler takes it"],
  },
  {
    what: "one more alternative may be answered",
    before: with_(answered(holding({ anyOf: [to("Dog"), { type: "integer" }] }))),
    after: with_(answered(holding({ anyOf: [to("Dog"), { type: "integer" }, to("Cat")] }))),
    forth: ["breaking", "response-alternative-added"],
    back: ["additive", "response-alternative-removed"],
  },
  {
    what: "what is given becomes one of several",
    before: with_(given(holding(to("Dog")))),
    after: with_(given(holding({ oneOf: [to("Dog"), text] }))),
    forth: ["additive", "request-alternative-added"],
    back: ["breaking", "request-alternative-removed"],
  },
  {
    what: "what is answered becomes one of several",
    before: with_(answered(holding({ oneOf: [to("Dog")] }))),
    after: with_(answered(holding({ oneOf: [to("Dog"), text] }))),
    forth: ["breaking", "response-alternative-added"],
    back: ["additive", "response-alternative-removed"],
  },
  {
    what: "a union of one is written without it",
    before: with_(answered(holding({ oneOf: [to("Dog")] }))),
    after: with_(answered(holding(to("Dog")))),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "alternatives are named in another order",
    before: with_(given(holding({ anyOf: [to("Dog"), to("Cat"), text] }))),
    after: with_(given(holding({ anyOf: [text, to("Cat"), to("Dog")] }))),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "what is given may match several alternatives",
    before: with_(given(holding({ oneOf: [to("Dog"), to("Cat")] }))),
    after: with_(given(holding({ anyOf: [to("Dog"), to("Cat")] }))),
    forth: ["additive", "alternatives-inclusive"],
    back: ["breaking", "request-alternatives-exclusive", "the compiler takes it"],
  },
  {
    what: "what is answered may match several alternatives",
    before: with_(answered(holding({ oneOf: [to("Dog"), to("Cat")] }))),
    after: with_(answered(holding({ anyOf: [to("Dog"), to("Cat")] }))),
    forth: ["additive", "alternatives-inclusive"],
    back: ["additive", "response-alternatives-exclusive"],
  },
  {
    what: "a property of one alternative must be given",
    before: given(holding({ oneOf: [{ title: "By id", ...cat }, text] })),
    after: given(holding({ oneOf: [{ title: "By id", ...cat, required: ["kind", "lives"] }, text] })),
    forth: ["breaking", "request-property-required"],
    back: ["additive", "request-property-optional"],
  },

  {
    what: "what is answered is made of one more schema",
    before: with_(answered({ allOf: [to("Cat")] })),
    after: with_(answered({ allOf: [to("Cat"), to("Dog")] })),
    forth: ["additive", "response-required-property-added"],
    back: ["breaking", "property-removed"],
  },
  {
    what: "what is given is made of one more schema",
    before: with_(given({ allOf: [to("Cat")] })),
    after: with_(given({ allOf: [to("Cat"), to("Dog")] })),
    forth: ["breaking", "request-required-property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "what is made of two schemas is written as one",
    before: given({ allOf: [dog, { properties: { age: text } }] }),
    after: given({ ...dog, properties: { ...dog.properties, age: text } }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "what is referred to is written in its place",
    before: with_(merge(given(to("Dog")), answered(holding(to("Cat"))))),
    after: with_(merge(given(dog), answered(holding(cat)))),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "what a reference leads to gets a description where it is used",
    before: with_(answered(holding(to("Cat")))),
    after: with_(answered(holding({ description: "The cat.", ...to("Cat") }))),
    forth: ["documentation", "documentation-added"],
    back: ["documentation", "documentation-removed"],
    only: "3.1",
  },
  {
    what: "OpenAPI 3.0 ignores what stands beside a reference",
    before: with_(answered(holding(to("Cat")))),
    after: with_(answered(holding({ description: "The cat.", nullable: true, ...to("Cat") }))),
    forth: [undefined, ""],
    back: [undefined, ""],
    only: "3.0",
  },
  {
    what: "in OpenAPI 3.1 what stands beside a reference counts, on the way to what it leads to as well",
    before: merge(given(to("Name")), components({ Name: to("Text"), Text: text })),
    after: merge(given(to("Name")), components({ Name: { ...to("Text"), maxLength: 9 }, Text: text })),
    forth: ["breaking", "request-constraint-tightened", "the compiler takes it"],
    back: ["additive", "constraint-loosened"],
    only: "3.1",
  },
  {
    what: "what is not allowed says more beside a reference",
    before: with_(given(holding({ ...text, not: to("Cat") }))),
    after: with_(given(holding({ ...text, not: { ...to("Cat"), required: ["lives"] } }))),
    forth: ["breaking", "request-constraint-changed", "the compiler takes it"],
    back: ["breaking", "request-constraint-changed", "the compiler takes it"],
    only: "3.1",
  },

  {
    what: "a property tells the alternatives of an answer apart",
    before: with_(answered(holding({ oneOf: [to("Dog"), to("Cat")] }))),
    after: with_(
      answered(holding({ oneOf: [to("Dog"), to("Cat")], discriminator: { propertyName: "kind" } })),
    ),
    forth: ["additive", "response-discriminator-added"],
    back: ["breaking", "response-discriminator-removed"],
  },
  {
    what: "a property tells the alternatives of what is given apart",
    before: with_(given(holding({ oneOf: [to("Dog"), to("Cat")] }))),
    after: with_(given(holding({ oneOf: [to("Dog"), to("Cat")], discriminator: { propertyName: "kind" } }))),
    forth: ["breaking", "request-discriminator-added"],
    back: ["additive", "request-discriminator-removed"],
  },
  {
    what: "an alternative is known by another value",
    before: with_(
      answered(
        holding({
          oneOf: [to("Dog"), to("Cat")],
          discriminator: { propertyName: "kind", mapping: { dog: to("Dog").$ref, cat: to("Cat").$ref } },
        }),
      ),
    ),
    after: with_(
      answered(
        holding({
          oneOf: [to("Dog"), to("Cat")],
          discriminator: { propertyName: "kind", mapping: { hound: to("Dog").$ref, cat: to("Cat").$ref } },
        }),
      ),
    ),
    forth: ["breaking", "response-discriminator-value-added response-discriminator-value-removed"],
    back: ["breaking", "response-discriminator-value-added response-discriminator-value-removed"],
  },
  {
    what: "what may be null may be a number too",
    only: "3.1",
    before: given(holding({ type: ["string", "null"] })),
    after: given(holding({ anyOf: [text, { type: "integer" }, { type: "null" }] })),
    forth: ["additive", "request-type-widened"],
    back: ["breaking", "request-type-narrowed"],
  },
  {
    what: "what is answered may be null or a number",
    before: answered(holding(text)),
    after: answered(holding({ anyOf: [text, { type: "integer", nullable: true }] })),
    forth: ["breaking", "response-null-added response-type-widened"],
    back: ["additive", "response-null-removed response-type-narrowed"],
  },
  {
    what: "one of two schemas that are made of a third describes a property otherwise",
    before: merge(
      components({ Base: { type: "object", properties: { id: text } } }),
      answered(
        object({
          one: { allOf: [to("Base"), object({ id: { type: "string", enum: ["a"] } })] },
          other: { allOf: [to("Base"), object({ id: { type: "string", enum: ["a"] } })] },
        }),
      ),
    ),
    after: merge(
      components({ Base: { type: "object", properties: { id: text } } }),
      answered(
        object({
          one: { allOf: [to("Base"), object({ id: { type: "string", enum: ["a"] } })] },
          other: { allOf: [to("Base"), object({ id: { type: "string", enum: ["a", "b"] } })] },
        }),
      ),
    ),
    forth: ["breaking", "response-enum-value-added"],
    back: ["additive", "response-enum-value-removed"],
  },
];
