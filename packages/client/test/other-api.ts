import {
  createClient,
  type Description,
  type OperationEntry,
  splitInput,
  writeUrl,
} from "../src/runtime/index.ts";

type Options = Readonly<Record<string, unknown>>;
type Method = (input?: object, options?: Options) => Promise<unknown>;

/**
 * The client of an API with operations that this package's own does not have. What the generator makes of a description is
 * for its tests to say; here such a client shows how the run time behaves.
 */
export function otherClient<Name extends string>(
  { url }: { readonly url: string },
  operations: Record<Name, OperationEntry>,
  { description = {}, ...options }: Options & { readonly description?: Partial<Description> } = {},
): Record<Name, Method> & Record<"use", (middleware: object) => void> {
  return createClient(
    {
      baseUrl: url,
      schemes: {},
      security: [[]],
      operations,
      split: splitInput,
      writeUrl,
      errors: {},
      agent: "other/1.0",
      ...description,
    },
    options,
  );
}
