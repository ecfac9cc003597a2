import { type Check, checkOf, type Operation as Described, type Description } from "@visitors-api/openapi";
import type { Model, NamedSchema, Operation, Type } from "../model/model.ts";
import { nameValidators, type ValidatorNames } from "../model/validator-names.ts";
import { deprecatedTag } from "./deprecated-tag.ts";
import { type Answer, answersOf, inputCheck } from "./schema/operation-checks.ts";
import { callText, type NameOf, namespace, printCheck } from "./schema/print-check.ts";
import { docComment, importTypes, propertyName } from "./text.ts";

/** The name under which the exported types are imported: a schema's constant has the same name as its type. */
const types = "t";

/**
 * A validator for each component schema, and for what each operation takes and answers. Each stands alone, so that a
 * bundler leaves out those that nobody uses.
 */
export function emitSchemas(
  description: Description,
  model: Model,
  runtime: string,
  validation: string,
): string {
  const exported = new Map(model.schemas.map((schema) => [schema.component, schema]));
  // Each component of the description has been given a name.
  const nameOf: NameOf = (component) => (exported.get(component) as NamedSchema).name;
  const components = model.schemas.map((schema) => emitComponent(schema, description, nameOf));
  const { names } = nameValidators(model.operations, model.schemas);
  const isDirected = model.schemas.some(({ directed }) => directed) || model.operations.some(hasDirection);
  const operations = model.operations.map((operation, index) =>
    // The model has the description's operations, in their order.
    emitOperation(operation, description.operations[index] as Described, {
      description,
      names,
      nameOf,
      exported,
      isDirected,
    }),
  );
  const declarations = [...components, ...operations.map(({ declarations }) => declarations)];
  const entries = operations.map(({ entry }) => entry).join("\n");

  const imports = [
    `import * as ${namespace} from ${JSON.stringify(validation)};\n`,
    importTypes(entries.includes("Readable<") ? ["Readable"] : [], runtime),
    model.schemas.length > 0 ? `import type * as ${types} from "./components.ts";\n` : "",
    `import { operationTable${operations.length > 0 ? ", type Operations" : ""} } from "./operations.ts";\n`,
    importTypes(entries.includes("operations[") ? ["operations"] : [], "./types.ts"),
  ];
  return `${imports.join("")}
${operations.length > 0 ? operationTypes : ""}
${declarations.join("\n")}
/** The validators of each operation, by the name of its method. */
export const operationSchemas = {
  ${entries}
};

/**
 * Makes middleware that validates what a client sends, before it does, and what it is answered, before it returns that.
 *
 * @param what Which of the two: \`"requests"\`, \`"responses"\` or \`"both"\`, which is the default.
 * @throws {ValidationError} from a call, when something is not as described.
 */
export const validate = /* @__PURE__ */ ${callText("validation", "operationTable", "operationSchemas")};
`;
}

const operationTypes = `
type Input<Name extends keyof Operations> = ${namespace}.StandardSchema<Parameters<Operations[Name]>[0]>;
type Output<Name extends keyof Operations> = ${namespace}.StandardSchema<Awaited<ReturnType<Operations[Name]>>>;
`;

function emitComponent(schema: NamedSchema, description: Description, nameOf: NameOf): string {
  const { component, name, directed } = schema;
  const check = checkOf(description.schemas[component], description);
  const type = `${namespace}.StandardSchema<${types}.${name}>`;
  // The exported type of what differs by direction is the one of responses.
  const made = validator(printCheck(check, nameOf), directed ? "output" : undefined);
  return `${docComment(deprecatedTag(schema))}${declaration(name, type, made)}`;
}

interface OperationContext {
  readonly description: Description;
  /** By the name of the operation's method. */
  readonly names: ReadonlyMap<string, ValidatorNames>;
  readonly nameOf: NameOf;
  readonly exported: ReadonlyMap<string, NamedSchema>;
  /** Some schema is not the same in requests and responses. */
  readonly isDirected: boolean;
}

function emitOperation(operation: Operation, described: Described, context: OperationContext) {
  const { name } = operation;
  const { description, names, nameOf, exported, isDirected } = context;

  // Every operation of the model has been given some.
  const { input, output } = names.get(name) as ValidatorNames;
  const takes = inputCheck(operation, described, description);
  const answers = answersOf(operation, described, description);
  const made = (check: Check, direction: "input" | "output", type?: string): string =>
    existing(exported.get(componentOf(check) ?? ""), direction) ??
    validator(printCheck(check, nameOf), isDirected ? direction : undefined, type);

  const byStatus = (answers: readonly Answer[]): string =>
    `{ ${answers.map(({ key, check, body }) => `${key}: ${made(check, "output", body && union(body))},`).join(" ")} }`;
  const outputs = answers.outputs.length > 0 ? `outputs: ${byStatus(answers.outputs)}, ` : "";
  return {
    declarations: [
      declaration(input, `Input<${JSON.stringify(name)}>`, made(takes, "input")),
      declaration(output, `Output<${JSON.stringify(name)}>`, made(answers.output, "output")),
    ].join("\n"),
    entry: `${propertyName(name)}: { input: ${input}, output: ${output}, ${outputs}errors: ${byStatus(answers.errors)} },`,
  };
}

/** The component that a check is all of. */
function componentOf({ check, values: [target] = [] }: Check): string | undefined {
  return check === "ref" && target && "schema" in target ? target.schema : undefined;
}

/** Whether a type of an operation is said to be one of a direction. */
function hasDirection({ input, output, errors }: Operation): boolean {
  return [...input.types, ...output, ...errors.flatMap(({ body }) => body)].some(({ text }) =>
    /\b(Read|Writ)able</.test(text),
  );
}

function declaration(name: string, type: string, value: string): string {
  return `export const ${name}: ${type} = ${value};\n`;
}

function validator(expression: string, direction?: "input" | "output", type?: string): string {
  const values = [`() => ${expression}`, ...(direction === undefined ? [] : [JSON.stringify(direction)])];
  return `/* @__PURE__ */ ${callText(`schema${type === undefined ? "" : `<${type}>`}`, ...values)}`;
}

/** What is one component has a validator, which serves as it is unless it is of the other direction. */
function existing(component: NamedSchema | undefined, direction: "input" | "output"): string | undefined {
  if (!component?.directed || direction === "output") return component?.name;
  return `/* @__PURE__ */ ${callText("inDirection", component.name, JSON.stringify(direction))}`;
}

function union(body: readonly Type[]): string {
  return body.map(({ alias, text }) => (alias === undefined ? text : `${types}.${alias}`)).join(" | ");
}
