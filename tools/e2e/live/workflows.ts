import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** An input of a workflow, for whoever runs it to give. */
export interface Input {
  readonly name: string;
  readonly description: string;
  readonly default: string | undefined;
  /** Not to be shown, and not to be given where others can read it. */
  readonly isSecret: boolean;
}

/** A request that a workflow sends. */
export interface PlannedRequest {
  readonly method: string;
  readonly path: string;
  /** As the file has it, with expressions such as `$inputs.id`. */
  readonly payload: unknown;
}

export interface Workflow {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly Input[];
  readonly requests: readonly PlannedRequest[];
}

/** An Arazzo file beside the description, as far as it is read here; the linter has seen to its shape. */
export interface WorkflowFile {
  readonly path: string;
  /** What the file calls the description. */
  readonly source: string;
  readonly workflows: readonly Workflow[];
}

interface Arazzo {
  readonly sourceDescriptions: readonly [{ readonly name: string; readonly url: string }];
  readonly workflows: readonly {
    readonly workflowId: string;
    readonly summary?: string;
    readonly description?: string;
    readonly inputs?: InputSchema;
    readonly steps: readonly {
      readonly operationId: string;
      readonly requestBody?: { readonly payload?: unknown };
    }[];
  }[];
  readonly components?: { readonly inputs?: Readonly<Record<string, InputSchema>> };
}

interface InputSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<
    Record<string, { readonly description?: string; readonly default?: string; readonly format?: string }>
  >;
}

interface Description {
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

/** The bundle: the description may be in several files. */
const bundle = fileURLToPath(import.meta.resolve("@visitors-api/spec/openapi.json"));

/** The servers of the description, the first of which is the one that is meant where none is named. */
export function describedServers(): Description["servers"] {
  return readBundle().servers;
}

/** Every workflow file that the description's package has. */
export function workflowFiles(): WorkflowFile[] {
  const folder = dirname(fileURLToPath(import.meta.resolve("@visitors-api/spec/openapi.yaml")));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".arazzo.yaml"))
    .map((name) => readWorkflowFile(join(folder, name)));
}

function readWorkflowFile(path: string): WorkflowFile {
  const { sourceDescriptions, workflows, components }: Arazzo = parse(readFileSync(path, "utf8"));
  const [source] = sourceDescriptions;
  const operations = operationsOf(readBundle());
  return {
    path,
    source: source.name,
    workflows: workflows.map(({ workflowId, summary = workflowId, description = "", inputs, steps }) => ({
      id: workflowId,
      summary,
      description,
      inputs: inputsOf(inputs?.$ref === undefined ? inputs : components?.inputs?.[basename(inputs.$ref)]),
      requests: steps.map(({ operationId, requestBody }) => {
        const operation = operations.get(operationId);
        if (operation === undefined) throw new Error(`${path}: the description has no ${operationId}`);
        return { ...operation, payload: requestBody?.payload };
      }),
    })),
  };
}

function readBundle(): Description {
  return JSON.parse(readFileSync(bundle, "utf8"));
}

function inputsOf(schema: InputSchema | undefined): Input[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    description: property.description ?? name,
    default: property.default,
    isSecret: property.format === "password",
  }));
}

function operationsOf({ paths }: Description): Map<string, { method: string; path: string }> {
  return new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { operationId }]) =>
        operationId === undefined ? [] : [[operationId, { method: method.toUpperCase(), path }]],
      ),
    ),
  );
}
