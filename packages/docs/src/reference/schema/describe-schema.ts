import { readDeprecation, type Schema } from "@visitors-api/openapi";
import { anchorPart } from "../anchors.ts";
import { deprecationWords } from "../deprecation.ts";
import type { ExampleDocument, Fact, Field, SchemaDocument } from "../document.ts";
import type { Place, Walk } from "../walk.ts";
import { choicesOf, hasWholeOptions } from "./choices.ts";
import { allowedValues, schemaFacts } from "./facts.ts";
import { readShape, type Shape } from "./shape.ts";
import { typeWords } from "./type-words.ts";

/** Describes a schema with everything in it. */
export function describeSchema(walk: Walk, given: Schema | undefined, place: Place): SchemaDocument {
  walk.countSchema();
  const { schemas } = walk.description;
  const shape = readShape(schemas, given);
  const { schema } = shape;
  const elsewhere = elsewhereOf(walk, shape, given, place);
  const own: SchemaDocument = {
    type: typeWords(schemas, shape),
    nullable: shape.nullable,
    deprecated: deprecationWords(readDeprecation(schema)),
    readOnly: schema.readOnly === true,
    writeOnly: schema.writeOnly === true,
    description: walk.markdown(schema.description),
    facts: schemaFacts(shape),
    values: allowedValues(shape),
    elsewhere,
    fields: [],
    choices: [],
  };
  if (elsewhere !== undefined) return own;
  if (walk.isFull) return hasContent(shape) ? { ...own, facts: [...own.facts, cutFact] } : own;
  const trail = new Map(place.trail);
  for (const component of shape.components) trail.set(component, place.anchor);
  const inside: Place = { ...place, trail };
  return withItems(walk, shape, inside, {
    ...own,
    ...propertiesOf(walk, shape, own, inside),
    choices: choicesOf(walk, shape, inside, describeSchema),
  });
}

const cutFact: Fact = ["What is inside is in openapi.json: there is too much of it for one page"];

/** A property, parameter or header. */
export function describeField(
  walk: Walk,
  field: Pick<Field, "name" | "required"> & {
    kind?: Field["kind"];
    examples?: readonly ExampleDocument[];
  } & {
    schema: Schema | undefined;
  },
  place: Place,
): Field {
  const anchor = walk.anchors.take(place.anchor);
  const { name, required, kind = "name", examples = [] } = field;
  return {
    anchor,
    name,
    kind,
    required,
    examples,
    schema: describeSchema(walk, field.schema, { ...place, anchor }),
  };
}

/** Where a schema is described that is not described here. */
function elsewhereOf(
  walk: Walk,
  shape: Shape,
  given: Schema | undefined,
  place: Place,
): SchemaDocument["elsewhere"] {
  const { component } = shape;
  if (component === undefined || !hasContent(shape)) return undefined;
  const ancestor = place.trail.get(component);
  if (ancestor !== undefined) return { anchor: ancestor, text: shape.schema.title ?? component };
  // The body itself stands where it is, unless other operations on the page have the same.
  const isBody = place.separator === "-" && place.trail.size === 0;
  if (isBody && walk.shared?.withBodies !== true) return undefined;
  const anchor = walk.sharedAnchor(component, given ?? true);
  // That is what a part of its own describes.
  if (anchor === place.anchor) return undefined;
  return anchor === undefined ? undefined : { anchor, text: component };
}

/** Whether there is anything to describe behind the schema's own line. */
function hasContent({ schema, properties }: Shape): boolean {
  const { items, prefixItems, oneOf, anyOf, not, patternProperties, additionalProperties } = schema;
  const inner = [items, prefixItems, oneOf, anyOf, not, patternProperties, additionalProperties, schema.if];
  return properties.size > 0 || inner.some((keyword) => typeof keyword === "object");
}

/** What the items of an array have in them belongs to the array's own place. */
function withItems(walk: Walk, { schema }: Shape, place: Place, own: SchemaDocument): SchemaDocument {
  if (typeof schema.items !== "object") return own;
  const items = describeSchema(walk, schema.items, { ...place, separator: "." });
  const { description, facts, values, elsewhere, fields, choices } = items;
  return {
    ...own,
    description: own.description ?? description,
    facts: [...own.facts, ...facts.map((fact): Fact => ["Each item: ", ...fact])],
    values: own.values ?? values,
    elsewhere,
    fields: [...own.fields, ...fields],
    choices: [...own.choices, ...choices],
  };
}

function propertiesOf(
  walk: Walk,
  shape: Shape,
  own: SchemaDocument,
  place: Place,
): Pick<SchemaDocument, "fields" | "facts"> {
  const { schema, required } = shape;
  const properties = hasWholeOptions(walk, shape) ? [] : [...shape.properties];
  const at = (name: string, components: readonly string[] = []): Place => {
    const trail = new Map(place.trail);
    for (const component of components) trail.set(component, place.anchor);
    return {
      ...place,
      trail,
      anchor: `${place.anchor}${place.separator}${anchorPart(name)}`,
      separator: ".",
    };
  };
  const fields: Field[] = [
    ...properties
      .filter(([, property]) => isSent(walk, property.schema, place))
      .map(([name, property]) =>
        describeField(
          walk,
          { name, required: required.has(name), schema: property.schema },
          at(name, property.components),
        ),
      ),
    ...Object.entries(schema.patternProperties ?? {}).map(([pattern, value]) =>
      describeField(
        walk,
        { name: pattern, kind: "pattern", required: false, schema: value },
        at(`/${pattern}/`),
      ),
    ),
  ];
  const facts = [...own.facts];
  for (const keyword of ["additionalProperties", "unevaluatedProperties"] as const) {
    const others = schema[keyword];
    if (others === true && fields.length > 0) facts.push(["Any other properties"]);
    if (typeof others !== "object") continue;
    const field = describeField(
      walk,
      { name: "any other property", kind: "others", required: false, schema: others },
      at(keyword),
    );
    if (isPlain(field))
      facts.push([
        `${fields.length > 0 ? "Any other property is" : "Properties of any name, each of type"} ${field.schema.type}`,
      ]);
    else fields.push(field);
  }
  return { fields, facts };
}

/** Whether a few words say all of a field. */
function isPlain({ schema }: Field): boolean {
  const { fields, choices, elsewhere, values, nullable } = schema;
  return fields.length === 0 && choices.length === 0 && !elsewhere && values === undefined && !nullable;
}

function isSent(walk: Walk, schema: Schema, { direction }: Place): boolean {
  const { readOnly, writeOnly } = readShape(walk.description.schemas, schema).schema;
  if (direction === "either") return true;
  return direction === "request" ? readOnly !== true : writeOnly !== true;
}
