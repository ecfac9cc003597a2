import type { UserContext } from "@redocly/openapi-core/lib/walk.js";
import { isReference, methods } from "@visitors-api/openapi";

type Location = UserContext["location"];

/** Part of a description, and where it stands. Only the `struct` rule knows whether it is what its place asks for. */
interface Part {
  readonly node: unknown;
  readonly location: Location;
}

interface Parameter extends Part {
  readonly name: string;
}

/**
 * OpenAPI 3.1 § 4.8.12.1: each template expression in a path has a path parameter, and each path parameter an expression.
 * Checked from the paths down, because several paths may share a path item, and one of them may lack what it asks for.
 */
export function pathParametersDefined() {
  return {
    Paths(paths: Record<string, unknown>, { report, location, resolve }: UserContext) {
      const follow = ({ node, location }: Part): Part | undefined => {
        if (!isReference(node)) return { node, location };
        const found = resolve(node, location.source.absoluteRef);
        return found.location && { node: found.node, location: found.location };
      };
      const child = ({ node, location }: Part, key: string | number): Part | undefined => {
        if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
        // It is an object with that key.
        const value = (node as Record<string | number, unknown>)[key];
        return follow({ node: value, location: location.child([key]) });
      };
      const pathParameters = (owner: Part): Parameter[] => {
        const list = child(owner, "parameters");
        if (!list || !Array.isArray(list.node)) return [];
        return list.node.flatMap((_, index) => {
          const parameter = child(list, index);
          const name = parameter && child(parameter, "name");
          const isPathParameter = parameter && child(parameter, "in")?.node === "path";
          return isPathParameter && typeof name?.node === "string" ? [{ ...name, name: name.node }] : [];
        });
      };

      for (const path of Object.keys(paths)) {
        const item = child({ node: paths, location }, path);
        if (!item || !path.startsWith("/")) continue;
        const templated = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
        const ofPath = pathParameters(item);
        const operations = methods.flatMap((method) => child(item, method) ?? []);
        for (const { name, location } of [...ofPath, ...operations.flatMap(pathParameters)]) {
          if (templated.has(name)) continue;
          report({
            message: `The path ${path} has no \`{${name}}\`. Put it in the path, or remove the parameter.`,
            location,
          });
        }
        for (const operation of operations) {
          const defined = new Set([...ofPath, ...pathParameters(operation)].map(({ name }) => name));
          for (const name of templated) {
            if (defined.has(name)) continue;
            report({
              message: `The path ${path} has \`{${name}}\`, which no parameter defines. Add one with \`in: path\`.`,
              location: operation.location.key(),
            });
          }
        }
      }
    },
  };
}
