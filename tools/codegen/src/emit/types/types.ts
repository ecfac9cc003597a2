/// <reference path="./openapi-typescript-parts.d.ts" />

import type { Description, NormalizedDocument, Schemas } from "@visitors-api/openapi";
import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import { astToString } from "openapi-typescript/dist/lib/ts.mjs";
import { resolveRef } from "openapi-typescript/dist/lib/utils.mjs";
import transformSchema from "openapi-typescript/dist/transform/index.mjs";
import ts from "typescript";
import type { Model } from "../../model/model.ts";
import { importTypes } from "../text.ts";
import { ArrayTypes } from "./array-types.ts";
import { withoutPercentSigns } from "./percent-keys.ts";
import { findRecursiveItems } from "./recursive-arrays.ts";
import { typesDocument } from "./types-document.ts";

/**
 * `paths`, `components` and `operations`, as openapi-typescript writes them. `load` has parsed, linted and bundled the
 * description already, so its transformation is called without the same being done once more.
 */
export function emitTypes(
  normalized: NormalizedDocument,
  { schemas }: Description,
  { operations }: Pick<Model, "operations">,
  runtime: string,
): string {
  const { document, restore } = withoutPercentSigns(typesDocument(normalized, schemas, operations));
  // The same object under openapi-typescript's own type; `load` has checked it.
  const schema = document as unknown as OpenAPI3;
  const recursive = findRecursiveItems((schema.components?.schemas ?? {}) as Schemas);
  const marks = new Set<string>();
  const footer: ts.Node[] = [];
  const arrays = new ArrayTypes(recursive, footer);
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A property with a default may still be left out of a request.
    defaultNonNullable: false,
    // What a discriminator says is said of the alternatives by `typesSchema`.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: footer,
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
      // It stands only where bytes travel.
      if ("format" in node && node.format === "binary") return ts.factory.createTypeReferenceNode("Blob");
      return arrays.typeOf(node, options);
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
  const types = astToString(transformSchema(schema, context)).replace(withRequired, withRequiredOfUnions);
  return importTypes(marks, runtime) + restore(types);
}

/**
 * openapi-typescript's helper for an `allOf` that requires more, which refuses a type that may be null (TS2344), and of which a
 * required property may still be undefined.
 */
const withRequired = /^type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};$/m;
const withRequiredOfUnions = `type WithRequired<T, K extends PropertyKey> = T extends unknown
  ? T & Required<Pick<T, K & keyof T>>
  : never;`;

/** What only one direction has is marked, for the client's types to leave it out of the other. */
function directionMark({ readOnly, writeOnly }: SchemaObject): "$Read" | "$Write" | undefined {
  return readOnly ? "$Read" : writeOnly ? "$Write" : undefined;
}
