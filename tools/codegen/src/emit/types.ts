import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  transformSchema,
  transformSchemaObject,
} from "openapi-typescript";
import ts from "typescript";
import type { Description } from "../load/openapi.ts";
import { withoutPercentSigns, withPercentSigns } from "./percent-signs.ts";
import { findRecursiveItems, lazyArray } from "./recursive-arrays.ts";
import { importTypes } from "./text.ts";

/**
 * `paths`, `components` and `operations`, as openapi-typescript writes them. `load` has parsed, linted and bundled the
 * description already, so its transformation is called without the same being done once more.
 */
export function emitTypes(description: Description, runtime: string): string {
  // The same object under openapi-typescript's own type; `load` has checked it.
  const schema = withoutPercentSigns(description) as unknown as OpenAPI3;
  const recursive = findRecursiveItems(description);
  const marks = new Set<string>();
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A property with a default may still be left out of a request.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, { silent: true }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Redocly's configuration serves parsing and linting only.
    redoc: undefined as never,
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (node, options) => {
      if (typeof node !== "object") return undefined;
      // OpenAPI 3.0 § 4.7.14.2: a file. In JSON there is none, and a string cannot hold what is in one.
      if ("format" in node && node.format === "binary") return ts.factory.createTypeReferenceNode("Blob");
      if (!("items" in node) || !recursive.has(node.items)) return undefined;
      const footer = context.injectFooter;
      // What is recursive is one schema, not a list of them.
      const items = transformSchemaObject(node.items as SchemaObject, options);
      const declaration = lazyArray(`RecursiveArray${footer.length + 1}`, items);
      footer.push(declaration);
      return ts.factory.createTypeReferenceNode(declaration.name);
    },
    transformProperty: (property, node) => {
      const mark = directionMark(node);
      if (mark === undefined || property.type === undefined) return undefined;
      marks.add(mark);
      const { modifiers, name, questionToken, type } = property;
      return ts.factory.createPropertySignature(
        modifiers,
        name,
        questionToken,
        ts.factory.createTypeReferenceNode(mark, [type]),
      );
    },
  };
  const printed = withPercentSigns(astToString(transformSchema(schema, context)));
  const types = printed.replace(withRequired, withRequiredOfUnions);
  return importTypes(marks, runtime) + types;
}

/** openapi-typescript's helper for an `allOf` that requires more, which refuses a type that may be null (TS2344). */
const withRequired = /^type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};$/m;
const withRequiredOfUnions = `type WithRequired<T, K extends PropertyKey> = T extends unknown
  ? T & { [P in K & keyof T]-?: T[P] }
  : never;`;

/** What only one direction has is marked, for the client's types to leave it out of the other. */
function directionMark({ readOnly, writeOnly }: SchemaObject): "$Read" | "$Write" | undefined {
  return readOnly ? "$Read" : writeOnly ? "$Write" : undefined;
}
