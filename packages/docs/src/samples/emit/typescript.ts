import { defaultBaseUrl, firstSentence, resultVariable } from "@visitors-api/codegen";
import { isObject } from "@visitors-api/openapi";
import { credentialsOf } from "../credentials.ts";
import { baseUrlOf, type CalledOperation } from "../make-request.ts";
import { type RequestValues, SampleFile, type SampleRequest } from "../request.ts";
import { environment, importOfFiles, javascript, string } from "./javascript.ts";
import { literal, width } from "./literals.ts";

/** The package that the generated client is published as. */
const clientPackage = "@visitors-api/client";

/** A program that calls the generated client's method; undefined for a body that the method does not send or take. */
export function emitTypescript(request: SampleRequest, shown: CalledOperation): string | undefined {
  const { operation } = shown;
  const { body } = operation.input;
  if (body && request.mediaType !== undefined && body.otherMediaTypes.includes(request.mediaType))
    return undefined;
  // An example of a body whose properties are the input's own is an object, or does not fit its own schema.
  const { body: value } = request.values;
  if (body && !body.grouped && value !== undefined && !isObject(value)) return undefined;

  const result = operation.response === "none" ? undefined : resultVariable(operation.output);
  const call = `${result === undefined ? "" : `const ${result} = `}await client.${operation.name}(`;
  const errors = documentedErrors(shown);
  const level = errors.length > 0 ? 1 : 0;
  const args = argumentsOf(request, shown);
  const printed = args.map((arg) => literal(arg, javascript, level, level * 2 + call.length + 2)).join(", ");
  const lines = [`${call}${printed});`, ...(result === undefined ? [] : [`console.log(${result});`])];
  const names = ["createClient", ...errors.map(({ name }) => name)].sort(caseInsensitively);
  return [
    ...(hasFile(args) ? [importOfFiles] : []),
    importOf(names),
    "",
    `const client = createClient(${clientOptions(shown)});`,
    "",
    ...(errors.length === 0
      ? lines
      : ["try {", ...lines.map((line) => `  ${line}`), `} catch (error) {`, handlers(errors), "}"]),
  ].join("\n");
}

function importOf(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from ${string(clientPackage)};`;
  if (line.length <= width) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${string(clientPackage)};`;
}

/** The method's input and, where headers are to be sent that the client does not send by itself, its options. */
function argumentsOf({ values }: SampleRequest, { operation }: CalledOperation): unknown[] {
  const input = inputOf(values, operation.input);
  const defaults = operation.headers?.defaults ?? {};
  const headers = Object.entries(values.header).filter(([name, value]) => defaults[name] !== String(value));
  if (headers.length > 0) return [input, { headers: Object.fromEntries(headers) }];
  return Object.keys(input).length > 0 || !operation.input.optional ? [input] : [];
}

/** One flat object, unless the description makes the generator group the body. */
function inputOf(
  { path, query, cookie, body }: RequestValues,
  input: CalledOperation["operation"]["input"],
): Record<string, unknown> {
  const parameters = Object.entries({ path, query, cookie }).flatMap(([place, named]) =>
    Object.entries(named).filter(
      ([name]) => !input.hidden.some((hidden) => hidden.place === place && hidden.name === name),
    ),
  );
  const flat = Object.fromEntries(parameters);
  if (!input.body || body === undefined) return flat;
  return input.body.grouped || !isObject(body) ? { ...flat, body } : { ...flat, ...body };
}

function clientOptions(shown: CalledOperation): string {
  const { operation, model } = shown;
  const options = credentialsOf(operation, model).map(({ scheme, variables: [variable, password] }) => {
    if (password === undefined) return `${javascript.key(scheme.option)}: ${environment(variable)}`;
    const pair = `username: ${environment(variable)} ?? "", password: ${environment(password)} ?? ""`;
    return `${javascript.key(scheme.option)}: { ${pair} }`;
  });
  if (shown.baseUrl !== undefined || defaultBaseUrl(model) === undefined) {
    options.push(`baseUrl: ${string(baseUrlOf(shown))}`);
  }
  const line = options.join(", ");
  if (options.length === 0) return "";
  const taken = "const client = createClient({  });".length;
  return line.length + taken <= width ? `{ ${line} }` : `{\n  ${options.join(",\n  ")},\n}`;
}

type Handled = { readonly name: string; readonly says: string | undefined };

/** The errors that the description names, and last the class of all others. */
function documentedErrors({ operation }: CalledOperation): Handled[] {
  const byName = new Map<string, Handled>();
  for (const { class: name, description } of operation.errors) {
    if (name !== "ApiError" && !byName.has(name))
      byName.set(name, { name, says: firstSentence(description) });
  }
  return operation.errors.length === 0 ? [] : [...byName.values(), { name: "ApiError", says: undefined }];
}

function handlers(errors: readonly Handled[]): string {
  const branches = errors.map(({ name, says }) => {
    const report = says
      ? `console.error(${string(says)}, error.body);`
      : "console.error(error.status, error.body);";
    return `if (error instanceof ${name}) {\n    ${report}\n  }`;
  });
  return `  ${[...branches, "{\n    throw error;\n  }"].join(" else ")}`;
}

function hasFile(value: unknown): boolean {
  if (value instanceof SampleFile) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasFile);
}

function caseInsensitively(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
