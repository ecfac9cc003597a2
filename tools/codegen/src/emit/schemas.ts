import type { Description, OperationObject, PathItemObject } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import type { Model, NamedSchema, Operation, Type } from "../model/model.ts";
import { nameValidators, type ValidatorNames } from "../model/validator-names.ts";
import { schemaExpression } from "./schema/expression.ts";
import { type Answer, answersOf, inputExpression } from "./schema/operation.ts";
import { call, namespace, Writer } from "./schema/writer.ts";
import { importTypes, propertyName } from "./text.ts";

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
  const writer = new Writer(description, model);
  const components = model.schemas.map((schema) => emitComponent(schema, description, writer));
  const { names } = nameValidators(model.operations, model.schemas);
  const references = new Map(model.schemas.map((schema) => [call("ref", schema.name), schema]));
  const operations = model.operations.map((operation) =>
    emitOperation(operation, { description, names, writer, references }),
  );
  const parts = [...emitParts(writer)];
  const declarations = [...components, ...parts, ...operations.map(({ declarations }) => declarations)];
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
export const validate = /* @__PURE__ */ ${call("validation", "operationTable", "operationSchemas")};
`;
}

const operationTypes = `
type Input<Name extends keyof Operations> = ${namespace}.StandardSchema<Parameters<Operations[Name]>[0]>;
type Output<Name extends keyof Operations> = ${namespace}.StandardSchema<Awaited<ReturnType<Operations[Name]>>>;
`;

function emitComponent(schema: NamedSchema, description: Description, writer: Writer): string {
  const { component, name, deprecated, directed } = schema;
  const expression = schemaExpression(description.components?.schemas?.[component], writer);
  const type = `${namespace}.StandardSchema<${types}.${name}>`;
  // The exported type of what differs by direction is the one of responses.
  const made = validator(expression, directed ? "output" : undefined);
  return `${deprecated ? "/** @deprecated */\n" : ""}${declaration(name, type, made)}`;
}

/** What references lead to that is no component. What is written for one may refer to another. */
function* emitParts(writer: Writer): Generator<string> {
  for (const [$ref, name] of writer.parts) {
    const expression = schemaExpression(writer.target($ref), writer);
    yield declaration(name, `${namespace}.StandardSchema<unknown>`, validator(expression));
  }
}

interface OperationContext {
  readonly description: Description;
  /** By the name of the operation's method. */
  readonly names: ReadonlyMap<string, ValidatorNames>;
  readonly writer: Writer;
  /** The components by the expressions that refer to them. */
  readonly references: ReadonlyMap<string, NamedSchema>;
}

function emitOperation(operation: Operation, context: OperationContext) {
  const { name, method, path } = operation;
  const { description, names, writer, references } = context;
  const item = resolve<PathItemObject>(description, description.paths?.[path] ?? {});
  const described: OperationObject = item[method] ?? {};

  // Every operation of the model has been given some.
  const { input, output } = names.get(name) as ValidatorNames;
  const takes = inputExpression(operation, described, description, writer);
  const answers = answersOf(operation, described, description, writer);
  const made = (expression: string, direction: "input" | "output", type?: string): string =>
    existing(references.get(expression), direction) ??
    validator(expression, writer.isDirected ? direction : undefined, type);

  const byStatus = (answers: readonly Answer[]): string =>
    `{ ${answers.map(({ key, expression, body }) => `${key}: ${made(expression, "output", body && union(body))},`).join(" ")} }`;
  const outputs = answers.outputs.length > 0 ? `outputs: ${byStatus(answers.outputs)}, ` : "";
  return {
    declarations: [
      declaration(input, `Input<${JSON.stringify(name)}>`, made(takes, "input")),
      declaration(output, `Output<${JSON.stringify(name)}>`, made(answers.output, "output")),
    ].join("\n"),
    entry: `${propertyName(name)}: { input: ${input}, output: ${output}, ${outputs}errors: ${byStatus(answers.errors)} },`,
  };
}

function declaration(name: string, type: string, value: string): string {
  return `export const ${name}: ${type} = ${value};\n`;
}

function validator(expression: string, direction?: "input" | "output", type?: string): string {
  const values = [`() => ${expression}`, ...(direction === undefined ? [] : [JSON.stringify(direction)])];
  return `/* @__PURE__ */ ${call(`schema${type === undefined ? "" : `<${type}>`}`, ...values)}`;
}

/** What is one component has a validator, which serves as it is unless it is of the other direction. */
function existing(component: NamedSchema | undefined, direction: "input" | "output"): string | undefined {
  if (!component?.directed || direction === "output") return component?.name;
  return `/* @__PURE__ */ ${call("inDirection", component.name, JSON.stringify(direction))}`;
}

function union(body: readonly Type[]): string {
  return body.map(({ alias, text }) => (alias === undefined ? text : `${types}.${alias}`)).join(" | ");
}
