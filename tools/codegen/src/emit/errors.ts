import type { Model, Type } from "../model/model.ts";
import { docComment, exportInterface, importTypes } from "./text.ts";

/** A class for each documented status, and the errors that each operation can throw. */
export function emitErrors({ errors, operations }: Model, runtime: string): string {
  const classes = errors.map(({ status, class: name, reason, body }) => {
    return `${docComment([`The response was ${status} ${reason}.`])}export class ${name} extends ApiError {
      override readonly name: string = "${name}";
      declare readonly status: ${status};
      declare readonly body: ${union(body)};
    }\n`;
  });
  const bodyOf = new Map(errors.map((error) => [error.class, union(error.body)]));
  const thrown = operations.map(({ name, errors: documented }) => {
    const types = documented.map((error) => {
      const body = union(error.body);
      return body === bodyOf.get(error.class) ? error.class : `(${error.class} & { readonly body: ${body} })`;
    });
    return `${name}: ${[...new Set(types)].join(" | ") || "never"};`;
  });
  const bodies = [
    ...errors.flatMap(({ body }) => body),
    ...operations.flatMap((o) => o.errors.flatMap((e) => e.body)),
  ];
  const mentions = (text: string): boolean => bodies.some((type) => type.text.includes(text));
  const imports = [
    `import { ApiError${mentions("Readable<") ? ", type Readable" : ""} } from ${JSON.stringify(runtime)};\n`,
    importTypes(
      bodies.map(({ alias }) => alias),
      "./components.ts",
    ),
    importTypes(mentions("operations[") ? ["operations"] : [], "./types.ts"),
  ];
  return `${imports.join("")}
${classes.join("\n")}
/** The errors that each operation documents. A response of any other status is an \`ApiError\` too. */
${exportInterface("OperationErrors", thrown)}
/** Whether a method threw this because of the API's answer and, if one is named, whether it was that method. */
export function isApiError<Name extends keyof OperationErrors>(
  error: unknown,
  operation?: Name,
): error is OperationErrors[Name] {
  return error instanceof ApiError && (operation === undefined || error.operation === operation);
}
`;
}

function union(types: readonly Type[]): string {
  return types.map(({ text }) => text).join(" | ") || "undefined";
}
