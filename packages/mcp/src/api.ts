import type { TypeName } from "@visitors-api/openapi";

/**
 * All that the server knows of an API, as plain data: it is made of a description when the package is built, so that nothing
 * has to be read when the server starts.
 */
export interface Api {
  readonly title: string;
  readonly version: string;
  /** What shows who sends a request. */
  readonly credentials: readonly ApiCredential[];
  /** The environment variable that says where the API is. */
  readonly baseUrlVariable: string;
  /** In the description's order. */
  readonly operations: readonly ApiOperation[];
  readonly resources: readonly ApiResource[];
  readonly workflows: readonly ApiWorkflow[];
}

/** An option of the client that holds a credential, and the environment variables that it is taken from. */
export interface ApiCredential {
  readonly option: string;
  readonly kind: "bearer" | "basic" | "header" | "query" | "cookie";
  /** Of a user name and a password there are two. */
  readonly variables: readonly string[];
}

/** An operation, as a tool has it. */
export interface ApiOperation {
  /** The tool's: the `operationId`, with the characters and of the length that all clients take. */
  readonly name: string;
  /** The client's method. */
  readonly method: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** In capitals. */
  readonly httpMethod: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly input: ToolSchema;
  /** What the answer is if it is JSON; undefined where it never is. */
  readonly output: ToolSchema | undefined;
  /** The answer is no object, and is the property `result` of one: structured content is an object. */
  readonly isWrapped: boolean;
  /** What the description says of answers that are no success, by status: `404`, `4XX` or `default`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly arguments: ArgumentPlaces;
}

/** Which argument of a tool goes where. One that is named nowhere is an input of the client's method by the same name. */
export interface ArgumentPlaces {
  /** Names of inputs that are no names of arguments, by those that they have instead. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Names of header parameters by those of arguments. */
  readonly headers: Readonly<Record<string, string>>;
  /** Arguments that hold bytes, in Base64. */
  readonly files: readonly string[];
  /** The argument that says what to keep of the answer. */
  readonly fields: string;
  /** The method takes an idempotency key, which is made for each call. */
  readonly hasIdempotencyKey: boolean;
}

/** JSON Schema, as far as tools have it: references are followed, and the root is an object that is composed of nothing. */
export interface ToolSchema {
  readonly type?: TypeName | readonly TypeName[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ToolSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: ToolSchema | false;
  readonly items?: ToolSchema;
  readonly anyOf?: readonly ToolSchema[];
  readonly enum?: readonly unknown[];
  /** Limits, formats, defaults and examples are passed on as they are. */
  readonly [annotation: string]: unknown;
}

/** A document about the API. */
export interface ApiResource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** The file beside the server that holds it. */
  readonly file: string;
}

/** An Arazzo workflow, which becomes a prompt. */
export interface ApiWorkflow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: readonly WorkflowInput[];
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowInput {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly example: string | undefined;
}

export interface WorkflowStep {
  readonly id: string;
  readonly description: string;
  /** The tool to call. */
  readonly tool: string;
  /** With runtime expressions such as `$inputs.id` in it. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Runtime expressions of credentials that are not the server's own: the step is about what happens with them. */
  readonly credentials: readonly string[];
  /** Conditions on the answer. */
  readonly criteria: readonly string[];
  /** Names for parts of the answer, as runtime expressions. */
  readonly outputs: Readonly<Record<string, string>>;
}
