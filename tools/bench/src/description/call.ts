import { type Description, dereference, type Located, locatedOperations } from "./description.ts";

/** A call of an operation, as a page makes it. */
export interface Call {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  /** The operation has query parameters. No call gives any, but in some clients something stands in their place. */
  readonly hasQuery: boolean;
  /** Path parameters by their names. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What a page does: its calls, and which property of the last one's response it reads. */
export interface Task {
  readonly baseUrl: string;
  readonly calls: readonly Call[];
  readonly property?: string;
}

/** One call of the description's first operation with its first example, and a property of the answer that was sent. */
export function firstCallTask(description: Description): Task {
  const [call] = callsOf(description);
  if (!call) throw new Error("The description has no operation.");
  const property = Object.keys(call.body ?? {}).at(-1);
  return { baseUrl: baseUrl(description), calls: [call], ...(property !== undefined && { property }) };
}

/** A call of every operation. */
export function everyCallTask(description: Description): Task {
  return { baseUrl: baseUrl(description), calls: callsOf(description) };
}

function baseUrl({ servers }: Description): string {
  return servers?.[0]?.url ?? "https://api.example.com";
}

function callsOf(description: Description): Call[] {
  return locatedOperations(description).map((located) => callOf(description, located));
}

function callOf(description: Description, { path, method, operation }: Located): Call {
  const names = [...path.matchAll(/\{(.+?)\}/g)].map(([, name = ""]) => name);
  const body = exampleBody(description, operation);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    hasQuery: (operation.parameters ?? []).some((parameter) => "in" in parameter && parameter.in === "query"),
    parameters: Object.fromEntries(names.map((name) => [name, "5310d8e8598c9a0b24000005"])),
    ...(body && { body }),
  };
}

function exampleBody(description: Description, { requestBody }: Located["operation"]): Call["body"] {
  const [media] = Object.values(requestBody?.content ?? {});
  const [example] = Object.values(media?.examples ?? {});
  const value = example && dereference(description, example).value;
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

/** What the first operation answers with: the longest of its examples, as JSON. */
export function longestAnswer(description: Description): string {
  const [first] = locatedOperations(description);
  const answers = Object.values(first?.operation.responses ?? {})
    .flatMap(({ content = {} }) => Object.values(content))
    .flatMap(({ examples = {} }) => Object.values(examples))
    .map((example) => JSON.stringify(dereference(description, example).value));
  return answers.toSorted((one, other) => other.length - one.length)[0] ?? "{}";
}
