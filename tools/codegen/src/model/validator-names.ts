import type { Notice } from "@visitors-api/openapi";
import type { NamedSchema, Operation } from "./model.ts";
import { Names } from "./names.ts";

/** What the validators of an operation are exported as. */
export interface ValidatorNames {
  readonly input: string;
  readonly output: string;
}

/** Names the validators of operations after their methods, beside those of the components, which are named as their types. */
export function nameValidators(
  operations: readonly Pick<Operation, "name" | "pointer">[],
  schemas: readonly Pick<NamedSchema, "name">[],
) {
  const taken = new Names(schemas.map(({ name }) => name));
  const notices: Notice[] = [];
  const take = (
    { name: operation, pointer }: (typeof operations)[number],
    kind: "Input" | "Output",
  ): string => {
    const wanted = operation + kind;
    const name = taken.take(wanted);
    if (name !== wanted) {
      const message = `The validator of the ${kind.toLowerCase()} of ${operation} is ${name}, for ${wanted} is taken.`;
      notices.push({ message, pointer });
    }
    return name;
  };
  const names = new Map(
    operations.map((operation): [string, ValidatorNames] => [
      operation.name,
      { input: take(operation, "Input"), output: take(operation, "Output") },
    ]),
  );
  return { names, notices };
}
