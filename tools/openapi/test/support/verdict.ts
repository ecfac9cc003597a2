import { Ajv2020 } from "ajv/dist/2020.js";
import * as validation from "../../../../packages/client/src/validation/index.ts";
import { type Argument, type Check, checkOf, type Description, type Schema } from "../../src/index.ts";

type Direction = "input" | "output";

/** Whether a value is valid by a component of a description, by the checks that are made of it. */
export type Verdict = (component: string, value: unknown, direction?: Direction) => boolean;

/** Every check is a function of the client's validation, or one that makes such functions. */
const functions = validation as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

export function verdictOf({ schemas, tracksEvaluated }: Description): Verdict {
  const built = new Map<string, unknown>();
  const component = (name: string) => {
    const known = built.get(name) ?? validation.schema(() => check(schemas[name]));
    built.set(name, known);
    return known as ReturnType<typeof validation.schema>;
  };
  const check = (schema: Schema | undefined) =>
    evaluate(checkOf(schema, { schemas, tracksEvaluated })) as ReturnType<typeof validation.all>;
  const evaluate = ({ check, values }: Check): unknown => {
    const made = functions[check];
    if (!made) throw new Error(`There is no check ${check}`);
    return values ? made(...values.map(argument)) : made;
  };
  const argument = (argument: Argument): unknown => {
    if ("check" in argument) return evaluate(argument);
    if ("schema" in argument) return component(argument.schema);
    if ("checks" in argument) {
      return Object.fromEntries(argument.checks.map(([name, check]) => [name, evaluate(check)]));
    }
    return argument.value;
  };
  return (name, value, direction) => {
    const { validate } = direction
      ? validation.inDirection(component(name), direction)["~standard"]
      : component(name)["~standard"];
    return validate(value).issues === undefined;
  };
}

/** The same by Ajv, of the component schemas as they are written in OpenAPI 3.1, where they are JSON Schema. */
export function ajvVerdictOf(schemas: object): Verdict {
  // `format` is an annotation, and `discriminator` changes no verdict (OpenAPI 3.1 § 4.8.24.3.1 and § 4.8.25).
  const ajv = new Ajv2020({
    strict: false,
    ownProperties: true,
    validateFormats: false,
    // Each is compiled for few values.
    code: { optimize: false },
    // Whether a schema is one is not asked here.
    meta: false,
    validateSchema: false,
  });
  ajv.addSchema({ $id: "description", components: { schemas } });
  return (name, value) => {
    const validate = ajv.getSchema(`description#/components/schemas/${encodeURIComponent(name)}`);
    if (!validate) throw new Error(`There is no ${name}`);
    return validate(value) === true;
  };
}
