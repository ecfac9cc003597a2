import type { Visitor } from "@visitors-api/client";
import type { Collection } from "../state/collection.ts";

/** The handlers of some operations. */
export type Handlers<Operations> = { readonly [Id in keyof Operations]?: Handler<Operations[Id]> };

/** What an operation does, in the types of its description. */
export type Handler<Operation> = (call: Call<Operation>) => Answer<Operation> | Promise<Answer<Operation>>;

interface Call<Operation> {
  readonly parameters: Operation extends { parameters: infer Parameters } ? Parameters : never;
  readonly body: Operation extends { requestBody?: infer Body } ? JsonOf<NonNullable<Body>> : undefined;
  readonly collections: { readonly visitors: Collection<Visitor> };
  readonly now: number;
}

/** One of the documented responses. */
type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: { status: Status; body?: JsonOf<Responses[Status]> };
    }[keyof Responses & number]
  : never;

type JsonOf<Described> = Described extends { content: { "application/json": infer Json } } ? Json : undefined;
