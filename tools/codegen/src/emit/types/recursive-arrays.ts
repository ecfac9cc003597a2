import { deref, type Schema, type Schemas } from "@visitors-api/openapi";
import ts from "typescript";

/**
 * The schemas of those arrays' items that contain themselves with no object in between, as in a schema of any JSON
 * value. TypeScript looks at the items of an array type at once, and finds that such a type is made of itself (TS2502).
 */
export function findRecursiveItems(schemas: Schemas): ReadonlySet<unknown> {
  const within = (schema: Schema): Schema[] => {
    if (typeof schema !== "object") return [];
    if (schema.$ref !== undefined) return [deref(schema, schemas)];
    const { allOf = [], anyOf = [], items, oneOf = [], prefixItems = [] } = schema;
    return [...allOf, ...anyOf, ...oneOf, ...prefixItems, ...(items === undefined ? [] : [items])];
  };
  const reachable = (from: Schema): Set<Schema> => {
    const reached = new Set<Schema>();
    const waiting = within(from);
    for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
      if (reached.has(schema)) continue;
      reached.add(schema);
      waiting.push(...within(schema));
    }
    return reached;
  };

  const recursive = new Set<unknown>();
  for (const component of Object.values(schemas)) {
    if (!reachable(component).has(component)) continue;
    for (const schema of [component, ...reachable(component)]) {
      const items = typeof schema === "object" ? schema.items : undefined;
      if (items !== undefined && reachable(items).has(items)) recursive.add(items);
    }
  }
  return recursive;
}

/** An array type that TypeScript looks into only when somebody uses it: an interface's base may be made of itself. */
export function lazyArray(name: string, items: ts.TypeNode): ts.InterfaceDeclaration {
  const { factory } = ts;
  const array = factory.createExpressionWithTypeArguments(factory.createIdentifier("Array"), [items]);
  const base = factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, [array]);
  return factory.createInterfaceDeclaration(undefined, name, undefined, [base], []);
}
