import { isObject, type JsonObject, objectOrEmpty, textOf } from "@visitors-api/openapi";
import type { ApiOperation, ApiWorkflow, WorkflowInput, WorkflowStep } from "../api.ts";
import type { DescribedTool } from "./tools.ts";

/**
 * The workflows of an Arazzo document whose steps are operations (Arazzo 1.0.1 § 4.6.4), with what a call of a tool is given: what the
 * server sends by itself is left out, and so are secrets.
 */
export function workflowsOf(arazzo: JsonObject, operations: readonly DescribedTool[]): ApiWorkflow[] {
  const components = objectOrEmpty(arazzo["components"]);
  return list(arazzo["workflows"]).flatMap((workflow): ApiWorkflow[] => {
    const { workflowId, summary, description } = workflow;
    const inputs = inputsOf(workflow["inputs"], components);
    const steps = list(workflow["steps"]).map((step) => stepOf(step, inputs, operations));
    // A step that is another workflow, or an operation of another API, cannot be called here.
    const known = steps.filter((step) => step !== undefined);
    if (known.length < steps.length) return [];
    return [
      {
        name: textOf(workflowId),
        title: textOf(summary) || textOf(workflowId),
        description: textOf(description).trim(),
        inputs: inputs.filter(({ isSecret }) => !isSecret).map(({ isSecret: _, ...input }) => input),
        steps: known,
      },
    ];
  });
}

type Input = WorkflowInput & { readonly isSecret: boolean };

function inputsOf(inputs: unknown, components: JsonObject): Input[] {
  const { $ref } = objectOrEmpty(inputs);
  const named = textOf($ref).replace("#/components/inputs/", "");
  const schema = objectOrEmpty($ref === undefined ? inputs : objectOrEmpty(components["inputs"])[named]);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.entries(objectOrEmpty(schema["properties"])).map(([name, property]) => {
    const { description, format, default: value, examples } = objectOrEmpty(property);
    const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
    return {
      name,
      description: textOf(description),
      required: required.includes(name) && value === undefined,
      default: value === undefined ? undefined : String(value),
      example: example === undefined ? undefined : String(example),
      isSecret: format === "password",
    };
  });
}

function stepOf(
  step: JsonObject,
  inputs: readonly Input[],
  operations: readonly DescribedTool[],
): WorkflowStep | undefined {
  const tool = operations.find(({ id }) => id === step["operationId"])?.tool;
  if (tool === undefined) return undefined;
  const { payload } = objectOrEmpty(step["requestBody"]);
  const parameters = list(step["parameters"]).filter((parameter) => parameter["in"] !== "header");
  const given = Object.fromEntries(parameters.map(({ name, value }) => [textOf(name), value]));
  const isSecret = (expression: string): boolean =>
    inputs.some((input) => input.isSecret && expression === `$inputs.${input.name}`);
  return {
    id: textOf(step["stepId"]),
    description: textOf(step["description"]).trim(),
    tool: tool.name,
    arguments: argumentsOf({ ...given, ...(isObject(payload) ? payload : {}) }, tool),
    credentials: list(step["x-security"])
      .flatMap(({ values }) => Object.values(objectOrEmpty(values)).map(textOf))
      .filter((expression) => expression !== "" && !isSecret(expression)),
    criteria: list(step["successCriteria"]).map(({ condition }) => textOf(condition)),
    outputs: Object.fromEntries(
      Object.entries(objectOrEmpty(step["outputs"])).map(([name, expression]) => [name, textOf(expression)]),
    ),
  };
}

/** By the names of the tool's arguments. */
function argumentsOf(
  values: JsonObject,
  { arguments: { renamed } }: ApiOperation,
): Readonly<Record<string, unknown>> {
  const byInput = new Map(Object.entries(renamed).map(([argument, input]) => [input, argument]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [byInput.get(name) ?? name, value]),
  );
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
