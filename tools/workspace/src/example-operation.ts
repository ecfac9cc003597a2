import type { Model, Operation } from "@visitors-api/codegen";

/**
 * The first operation that has examples of all that it needs, one that sends something if there is one.
 *
 * @returns undefined when no operation has them.
 */
export function exampleOperation({ operations }: Pick<Model, "operations">): Operation | undefined {
  const callable = operations.filter(
    ({ input, headers }) => !headers?.required && (input.example !== undefined || input.optional),
  );
  return callable.find(({ input }) => input.body !== undefined) ?? callable[0];
}
