import { isRange } from "@visitors-api/openapi";
import type { Body, Model, Operation, Type } from "../model/model.ts";
import { deprecatedTag } from "./deprecated-tag.ts";
import { docComment, exportInterface, firstSentence, importTypes, literal, propertyName } from "./text.ts";

/** The client's methods: their types, for the caller, and a table, for the run time. */
export function emitOperations(model: Model, runtime: string): string {
  const { operations } = model;
  const methods = operations.map((operation) => `${methodComment(operation)}${signatures(operation)}`);
  const entries = operations.map(
    (operation) => `${propertyName(operation.name)}: ${literal(entry(operation))},`,
  );

  const types = operations.flatMap(({ input, output, headers }) => [
    ...input.types,
    ...input.choices.flatMap(({ types }) => types),
    ...output,
    ...(headers ? [headers.type] : []),
  ]);
  const mentions = (text: string): boolean => types.some((type) => type.text.includes(text));
  const imports = [
    importTypes(
      [
        ...(operations.length > 0 ? ["CallOptions", "CallPromise"] : []),
        ...(operations.some(({ headers }) => headers?.idempotencyKey) ? ["IdempotencyKey"] : []),
        "OperationEntry",
        ...["OptionalBody", "Readable", "Writable"].filter((name) => mentions(`${name}<`)),
        ...(methods.some((method) => method.includes("ContentType<")) ? ["ContentType"] : []),
      ],
      runtime,
    ),
    importTypes(
      types.map(({ alias }) => alias),
      "./components.ts",
    ),
    importTypes(mentions("operations[") ? ["operations"] : [], "./types.ts"),
  ];
  return `${imports.join("")}
/** One method for each operation of the description. */
${exportInterface("Operations", methods)}
/** What a call needs to know of its operation. */
export const operationTable = {
  ${entries.join("\n")}
} satisfies Record<string, OperationEntry>;
`;
}

/** A method has one signature for each body that a call can choose, and last, where tools look for it, the one of the usual body. */
function signatures({ name, input, headers, output }: Operation): string {
  const optional = input.optional && !headers?.required ? "?" : "";
  const result = output.map(({ text }) => text).join(" | ");
  const options = headers
    ? `CallOptions<${headers.type.text}${headers.required ? ", true" : ""}>${headers.idempotencyKey ? " & IdempotencyKey" : ""}`
    : "CallOptions";
  const { body, choices } = input;
  const isChosen = choices.length > 0 || (body && isRange(body.mediaType));
  const usual = body && isChosen ? ` & ContentType<${mediaTypeText(body.mediaType)} | undefined>` : "";
  return [
    ...choices.map(
      ({ types, mediaType }) =>
        `${name}(input: ${intersection(types)}, options: ${options} & ContentType<${mediaTypeText(mediaType)}>): CallPromise<${result}>;\n`,
    ),
    `${name}(input${optional}: ${intersection(input.types) || "Record<string, never>"}, options${headers?.required ? "" : "?"}: ${options}${usual}): CallPromise<${result}>;\n`,
  ].join("");
}

/** The type of the media types that a name stands for. */
function mediaTypeText(mediaType: string): string {
  if (!isRange(mediaType)) return JSON.stringify(mediaType);
  const [type = "*"] = mediaType.split("/");
  return type === "*" ? "string" : `\`${type}/\${string}\``;
}

function intersection(types: readonly Type[]): string {
  return types.map(({ text }) => text).join(" & ");
}

function methodComment({ method, path, summary, description, errors, ...operation }: Operation): string {
  // Headers that must be given are no part of the input, so it alone is no example of a call.
  const input = operation.headers?.required ? undefined : operation.input.example;
  const example = input && exampleCall(operation, input);
  return docComment([
    summary,
    "",
    description.trim() === summary.trim() ? "" : description,
    "",
    `\`${method.toUpperCase()} ${path}\``,
    "",
    ...errors.map((error) => `@throws {${error.class}} ${error.status}: ${firstSentence(error.description)}`),
    ...deprecatedTag(operation),
    ...(example ? ["@example", "```ts", example, "```"] : []),
  ]);
}

function exampleCall(
  { name, output }: Pick<Operation, "name" | "output">,
  example: Record<string, unknown>,
): string {
  const argument = Object.keys(example).length === 0 ? "" : literal(example);
  return `const ${resultVariable(output)} = await client.${name}(${argument});`;
}

/** What an example calls that which a method gives. */
export function resultVariable(output: Operation["output"]): string {
  const alias = output.length === 1 ? output[0]?.alias : undefined;
  return alias ? alias.slice(0, 1).toLowerCase() + alias.slice(1) : "result";
}

/** Only what differs from the common case is said, so that the table stays small. */
function entry({
  method,
  path,
  input,
  headers,
  response,
  security,
  server,
  deprecated,
  deprecatedSince,
  sunset,
}: Operation): Record<string, unknown> {
  const { body, choices, query, cookies, styles } = input;
  return {
    method: method.toUpperCase(),
    path,
    ...(body && { body: body.mediaType }),
    ...(body && bodyEntry(body)),
    ...(choices.length > 0 && {
      bodies: Object.fromEntries(choices.map((choice) => [choice.mediaType, bodyEntry(choice)])),
    }),
    ...(body && !body.required && { optional: true }),
    ...(query.length > 0 && { query }),
    ...(cookies.length > 0 && { cookies }),
    ...(styles && { styles }),
    ...(headers?.idempotencyKey && { idempotencyKey: headers.idempotencyKey }),
    ...(headers && Object.keys(headers.defaults).length > 0 && { headers: lowerCased(headers.defaults) }),
    ...(response !== "json" && { response }),
    ...(security && { security }),
    ...(server !== undefined && { server }),
    ...(deprecated && { deprecated }),
    ...(deprecatedSince !== undefined && { deprecatedSince }),
    ...(sunset !== undefined && { sunset }),
  };
}

/** The run time merges headers, whose names are the same in any case (RFC 9110 § 5.1), without looking at each again. */
function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bodyEntry({ grouped, encoding }: Body) {
  return { ...(grouped && { grouped: true }), ...(encoding && { encoding }) };
}
