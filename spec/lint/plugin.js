// What redocly.yaml's configurable rules cannot say. Redocly loads this file itself, so it is JavaScript.
// The rules are called with every node of their type, those of an operation added tomorrow included.
// https://redocly.com/docs/cli/custom-plugins/custom-rules

/** Keywords that make a schema an object, or a union that may be one. */
const objectKeywords = ["properties", "additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf"];

/**
 * @typedef {Record<string, unknown>} Node
 * @typedef {{ child(path: (string | number)[]): Location, key(): unknown }} Location
 * @typedef {{ location: Location, report(problem: { message: string, location: unknown }): void }} Context
 */

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
function isNode(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {Node} schema */
function describesObject(schema) {
  return [schema["type"]].flat().includes("object") || objectKeywords.some((keyword) => keyword in schema);
}

/**
 * The object schemas written in place: the schema itself, or those that an array written in place holds.
 *
 * @param {unknown} schema
 * @param {Location} location
 * @returns {Generator<Location>}
 */
function* inlineObjects(schema, location) {
  if (!isNode(schema) || "$ref" in schema) return;
  if (describesObject(schema)) {
    yield location;
    return;
  }
  yield* inlineObjects(schema["items"], location.child(["items"]));
  const tuple = Array.isArray(schema["prefixItems"]) ? schema["prefixItems"] : [];
  for (const [index, item] of tuple.entries()) {
    yield* inlineObjects(item, location.child(["prefixItems", index]));
  }
}

/** Only a component has a name, and only what has a name becomes a type that a person can import. */
function NoInlineObjectSchema() {
  const owner = {
    /** @type {(node: Node, context: Context) => void} */
    enter(node, { location, report }) {
      for (const found of inlineObjects(node["schema"], location.child(["schema"]))) {
        report({
          message:
            "This object schema has no name. Move it to components/schemas and refer to it here with `$ref`.",
          location: found.key(),
        });
      }
    },
  };
  return { MediaType: owner, Parameter: owner, Header: owner };
}

/** RFC 3339 § 5.6: a `full-date`, of a day that the calendar has. @param {unknown} value */
function isDay(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The days of what is deprecated, which docs, client and sandbox tell: those that cannot be read would be told by none. */
function DeprecationDays() {
  const deprecable = {
    /** @type {(node: Node, context: Context) => void} */
    enter(node, { location, report }) {
      const { deprecated, "x-deprecated-since": since } = node;
      for (const name of ["x-deprecated-since", "x-sunset"]) {
        const day = node[name];
        if (day === undefined) continue;
        const refuse = (/** @type {string} */ message) =>
          report({ message, location: location.child([name]) });
        if (!isDay(day)) refuse(`This is no day. Write one such as \`${name}: "2027-06-30"\`.`);
        else if (deprecated !== true)
          refuse(`\`${name}\` is about what is deprecated. Add \`deprecated: true\`, or take it out.`);
        else if (name === "x-sunset" && isDay(since) && String(day) < String(since))
          refuse("The sunset is before the deprecation (RFC 9745 § 4). Give it the same day or a later one.");
      }
    },
  };
  return { Operation: deprecable, Parameter: deprecable, Header: deprecable, Schema: deprecable };
}

export default function plugin() {
  const oas3 = { "no-inline-object-schema": NoInlineObjectSchema, "deprecation-days": DeprecationDays };
  return { id: "house", rules: { oas3 } };
}
