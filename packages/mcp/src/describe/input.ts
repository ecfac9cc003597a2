import { preferredMediaType } from "@visitors-api/codegen";
import { allParts, deref, isFile, type Operation, type Parameter, type Schema } from "@visitors-api/openapi";
import type { ArgumentPlaces, ToolSchema } from "../api.ts";
import { shortened } from "../shortened.ts";
import { choiceWords } from "./choice-words.ts";
import { fitting } from "./fitting.ts";
import { type MergedObject, mergedObject } from "./merged-object.ts";
import type { OperationContext } from "./operation-tool.ts";
import { isUsableName, ToolNames } from "./tool-names.ts";
import { propertySchema, type SchemaContext, valueSchema } from "./value-schema.ts";

export interface ToolInput {
  readonly schema: ToolSchema;
  /** What its alternatives ask for, which the root of a tool's schema cannot say. */
  readonly words: readonly string[];
  readonly places: ArgumentPlaces;
}

/** An argument of a tool before it is written. */
interface Argument {
  /** Of the input or the header. */
  readonly of: string;
  readonly in: "input" | "header";
  readonly required: boolean;
  readonly write: (context: SchemaContext) => ToolSchema;
  /** Bytes, or a list of them. */
  readonly isFile: boolean;
}

/** How long the schema of a tool's input may be, in characters. */
const longest = 8_000;

/**
 * All that a call can be given as the properties of one object: what the client's method takes, and header parameters that nothing is
 * sent for by itself.
 *
 * @param output What is answered, whose parts can be asked for.
 */
export function inputOf(
  operation: Operation,
  { description: { schemas }, generated, plainText }: OperationContext,
  output: ToolSchema | undefined,
): ToolInput {
  const { input, headers } = generated;
  const body = bodyOf(operation, generated.input.body?.grouped !== undefined);
  const isHidden = ({ in: place, name }: Parameter): boolean =>
    input.hidden.some((hidden) => hidden.place === place && hidden.name === name);
  const given = operation.parameters.filter((parameter) =>
    parameter.in === "header"
      ? !(parameter.name in (headers?.defaults ?? {})) && parameter.name !== headers?.idempotencyKey
      : !isHidden(parameter),
  );
  const all = [...given.map(parameterArgument), ...body.arguments];

  const names = new ToolNames();
  // What has a name that can be used keeps it.
  const named = new Map(
    [...all]
      .sort((a, b) => Number(!isUsableName(a.of)) - Number(!isUsableName(b.of)))
      .map((one) => [one, names.take(one.of)]),
  );
  const nameOf = (argument: Argument): string => named.get(argument) ?? argument.of;
  const fields = names.take(all.some(({ of }) => of === "fields") ? "answer_fields" : "fields");
  const asking = output?.properties === undefined ? {} : { [fields]: fieldsSchema(output) };

  const schema = fitting(longest, (detail): ToolSchema => {
    const context: SchemaContext = { schemas, direction: "request", plainText, ...detail };
    return {
      type: "object",
      properties: { ...Object.fromEntries(all.map((one) => [nameOf(one), one.write(context)])), ...asking },
      ...(all.some(({ required }) => required) && {
        required: all.filter(({ required }) => required).map(nameOf),
      }),
    };
  });
  const entries = [...named].filter(([argument, name]) => argument.of !== name);
  return {
    schema,
    words: choiceWords(body.choices, (property) => {
      const argument = all.find((one) => one.in === "input" && one.of === property);
      return argument === undefined ? property : nameOf(argument);
    }),
    places: {
      renamed: Object.fromEntries(
        entries.filter(([one]) => one.in === "input").map(([one, name]) => [name, one.of]),
      ),
      headers: Object.fromEntries(
        [...named].filter(([one]) => one.in === "header").map(([one, name]) => [name, one.of]),
      ),
      files: all.filter((one) => one.isFile).map(nameOf),
      fields,
      hasIdempotencyKey: headers?.idempotencyKey !== undefined,
    },
  };

  function bodyOf(
    { requestBody }: Operation,
    isGrouped: boolean,
  ): Pick<MergedObject, "choices"> & { readonly arguments: readonly Argument[] } {
    const media = preferredMediaType(requestBody?.content ?? []);
    if (requestBody === undefined || media === undefined) return { arguments: [], choices: [] };
    if (isGrouped) {
      const isBytes = media.kind === "bytes" || media.kind === "stream";
      const about = `${requestBody.description} ${isBytes ? `Bytes of ${media.name}, in Base64.` : ""}`;
      const write = (context: SchemaContext): ToolSchema => {
        const value: ToolSchema = isBytes
          ? { type: "string", contentEncoding: "base64" }
          : valueSchema(media.schema, context);
        return withWords(media.kind === "text" ? { type: "string", ...value } : value, about, context);
      };
      const choices = isBytes ? [] : mergedObject(media.schema, schemas, "request").choices;
      const argument = {
        of: "body",
        in: "input",
        required: requestBody.required,
        write,
        isFile: isBytes,
      } as const;
      return { arguments: [argument], choices };
    }
    const { properties, required, choices } = mergedObject(media.schema, schemas, "request");
    return {
      choices,
      arguments: [...properties].map(([name, declared]) => ({
        of: name,
        in: "input" as const,
        required: requestBody.required && required.has(name),
        write: (context) => propertySchema(declared, context),
        isFile: declared.some(holdsFile),
      })),
    };
  }

  function holdsFile(declared: Schema): boolean {
    const items = allParts(declared, schemas).map((part) => part.items);
    return [declared, ...items].some((one) => one !== undefined && isFile(deref(one, schemas)));
  }
}

function parameterArgument({ name, in: place, required, schema, description }: Parameter): Argument {
  return {
    of: name,
    in: place === "header" ? "header" : "input",
    required,
    write: (context) => withWords(valueSchema(schema, context), description, context),
    isFile: false,
  };
}

/** The description of a parameter is about its place, and says more than that of its schema. */
function withWords(schema: ToolSchema, markdown: string, { words, plainText }: SchemaContext): ToolSchema {
  const text = words <= 0 ? "" : shortened(plainText(markdown), words);
  return text === "" ? schema : { ...schema, description: text };
}

function fieldsSchema({ properties = {} }: ToolSchema): ToolSchema {
  const names = Object.keys(properties).slice(0, 2);
  return {
    type: "array",
    items: { type: "string" },
    description: `What to keep of a long answer, such as ${JSON.stringify(names)}; dots lead to what is inside. All of it when left out.`,
  };
}
