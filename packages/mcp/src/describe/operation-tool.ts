import type { Operation as GeneratedOperation } from "@visitors-api/codegen";
import { type Description, errorResponses, type Operation, successResponses } from "@visitors-api/openapi";
import type { ApiOperation } from "../api.ts";
import { shortened } from "../shortened.ts";
import { inputOf } from "./input.ts";
import { outputOf } from "./output.ts";

/** What the tool of an operation needs to know of the description. */
export interface OperationContext {
  readonly description: Description;
  /** How the client's method takes what the operation needs. */
  readonly generated: GeneratedOperation;
  /** What the reference calls it. */
  readonly title: string;
  readonly name: string;
  readonly plainText: (markdown: string) => string;
}

/** How long a tool's own words may be, in characters: they are sent to a model with each conversation. */
const longestDescription = 500;

/** How long what is said of an error may be, in characters. */
const longestRemark = 200;

/** An operation as a tool of the same name. */
export function operationTool(operation: Operation, context: OperationContext): ApiOperation {
  const { description, generated, title, name, plainText } = context;
  const output = outputOf(successResponses(operation.responses), description.schemas, plainText);
  const { schema: input, words, places } = inputOf(operation, context, output?.schema);
  const about = [
    operation.deprecated ? "Deprecated: it is going to be taken away." : "",
    sentence(title),
    sameWords(plainText(operation.description), title),
  ].filter((text) => text !== "");
  return {
    name,
    method: generated.name,
    title,
    // What the arguments have to be is never cut.
    description: [shortened(about.join(" "), longestDescription), ...words].join(" "),
    httpMethod: operation.method.toUpperCase(),
    tags: operation.tags,
    deprecated: operation.deprecated,
    input,
    output: output?.schema,
    isWrapped: output?.isWrapped ?? false,
    errors: Object.fromEntries(
      errorResponses(operation.responses).flatMap(({ status, description: about }) => {
        const text = shortened(plainText(about), longestRemark);
        return text === "" ? [] : [[status, text]];
      }),
    ),
    arguments: places,
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A description that only repeats the title is none. */
function sameWords(description: string, title: string): string {
  return description.replace(/[.!?]$/, "").toLowerCase() === title.toLowerCase() ? "" : description;
}
