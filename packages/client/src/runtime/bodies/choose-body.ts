import type { BodyChoice, BodyEntry, OperationEntry, RequestParts, Step, Values } from "../description.ts";
import { splitInput } from "../input.ts";
import { essence } from "../media-types.ts";
import { steps } from "../steps.ts";

/** Writes the body that a call chooses, where operations offer several, or a range of media types. */
export function chosenBody(...writers: readonly Step[]): Step {
  const write = steps(...writers);
  return (entry, init) => {
    const chosen = chooseBody(entry, init);
    const result = write(chosen, init);
    if (chosen === entry || init.body === undefined) return result;
    return { ...result, lastHeaders: { "Content-Type": chosen.body, ...result?.lastHeaders } };
  };
}

/** Sorts a flat input whose body is the one that the call chooses. */
export function splitChosenInput(
  entry: OperationEntry,
  input: Values,
  choice: BodyChoice = {},
): RequestParts {
  return splitInput(chooseBody(entry, choice), input);
}

/**
 * An operation with the body that a call chooses by its option `contentType`, or by a `Content-Type` among its headers. Of a range
 * that is offered, a call names the media type.
 *
 * @throws {TypeError} when the option is none that the operation offers.
 */
function chooseBody(entry: OperationEntry, { contentType, headers }: BodyChoice): OperationEntry {
  const { body, bodies } = entry;
  const pairs = headers && Symbol.iterator in headers ? [...headers] : Object.entries(headers ?? {});
  const header: unknown = pairs.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const chosen = contentType ?? header;
  if (body === undefined || typeof chosen !== "string") return entry;

  const offered: Readonly<Record<string, BodyEntry>> = { [body]: entry, ...bodies };
  const find = (wanted: string) => Object.keys(offered).find((mediaType) => essence(mediaType) === wanted);
  const exact = essence(chosen);
  const found = find(exact) ?? find(exact.replace(/\/.*/, "/*")) ?? find("*/*");
  if (found !== undefined) {
    const { grouped, encoding } = offered[found] ?? {};
    return { ...entry, body: typeof header === "string" ? header : chosen, grouped, encoding };
  }
  // Nobody but the caller knows what an API takes that its description does not have.
  if (contentType === undefined) return entry;
  throw new TypeError(`contentType must be ${Object.keys(offered).join(" or ")}`);
}
