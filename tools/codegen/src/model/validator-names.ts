import type { NamedSchema, Operation } from "./model.ts";
import { Names } from "./names.ts";

/** What the validators of an operation are exported as. */
export interface ValidatorNames {
  readonly input: string;
  readonly output: string;
}

/** Names the validators of operations after their methods, beside those of the components, which are named as their types. */
export function nameValidators(
  operations: readonly Pick<Operation, "name">[],
  schemas: readonly Pick<NamedSchema, "name">[],
) {
  const taken = new Names(schemas.map(({ name }) => name));
  const notices: string[] = [];
  const take = (operation: string, kind: "Input" | "Output"): string => {
    const wanted = operation + kind;
    const name = taken.take(wanted);
    if (name !== wanted) {
      notices.push(
        `The validator of the ${kind.toLowerCase()} of ${operation} is ${name}, for ${wanted} is taken.`,
      );
    }
    return name;
  };
  const names = new Map(
    operations.map(({ name }): [string, ValidatorNames] => [
      name,
      { input: take(name, "Input"), output: take(name, "Output") },
    ]),
  );
  return { names, notices };
}
