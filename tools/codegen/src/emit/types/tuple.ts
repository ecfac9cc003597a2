import type { SchemaObject } from "@visitors-api/openapi";
import ts from "typescript";

const { factory } = ts;

/**
 * The type of an array whose first items have schemas of their own. openapi-typescript makes of `prefixItems` that there are
 * exactly so many, which only `minItems`, `maxItems` and `items: false` say.
 *
 * @param typeOf Makes the type of an item's schema.
 */
export function tupleType(
  { prefixItems = [], items, minItems = 0, maxItems = Number.POSITIVE_INFINITY }: SchemaObject,
  typeOf: (schema: SchemaObject) => ts.TypeNode,
): ts.TypeNode {
  const unknown = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  const itemType = (schema: SchemaObject | boolean | undefined): ts.TypeNode => {
    if (schema === undefined || schema === true) return unknown;
    return schema === false ? factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword) : typeOf(schema);
  };
  const first = prefixItems.slice(0, maxItems).map((item, index) => {
    const type = itemType(item);
    return index < minItems ? type : factory.createOptionalTypeNode(type);
  });
  const isClosed = items === false || maxItems <= prefixItems.length;
  const rest = isClosed
    ? []
    : [factory.createRestTypeNode(factory.createArrayTypeNode(parenthesized(itemType(items))))];
  return factory.createTupleTypeNode([...first, ...rest]);
}

function parenthesized(type: ts.TypeNode): ts.TypeNode {
  return ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)
    ? factory.createParenthesizedType(type)
    : type;
}
