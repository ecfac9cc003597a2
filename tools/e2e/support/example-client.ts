import { type Client, type ClientOptions, createClient } from "@visitors-api/client";
import { exampleCall, exampleOptions } from "@visitors-api/codegen/example-call";
import type { Operation } from "@visitors-api/openapi";
import { description, model } from "./description.ts";

/** A client that has a credential for every scheme of the description. */
export function exampleClient(options: Partial<ClientOptions> = {}): Client {
  // The generator makes the names of the credentials and the type of the options of the same schemes.
  return createClient({ ...exampleOptions(model), ...options } as ClientOptions);
}

/**
 * Calls an operation with what the description shows for it.
 *
 * @param prefer What the sandbox is asked for, as its header `Prefer`.
 * @param example The named example of the body; without one, the first.
 */
export function callExample(
  client: Client,
  operation: Operation,
  prefer: string,
  example?: string,
): Promise<unknown> {
  const { method, input, options } = exampleCall(description, model, operation, example);
  // The client has a method for each operation.
  const call = Reflect.get(client, method) as (input: unknown, options: object) => Promise<unknown>;
  return call(input, { ...options, headers: { ...options.headers, Prefer: prefer } });
}
