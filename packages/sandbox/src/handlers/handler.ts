import type { operations } from "@visitors-api/client";
import type { VisitorStore } from "../state/visitor-store.ts";

/** What an operation does in the sandbox, where the description cannot say it. */
export type Handler<Id extends keyof operations> = (
  call: Call<operations[Id]>,
) => Answer<operations[Id]> | Promise<Answer<operations[Id]>>;

/** A request that has passed every check of the description. */
export interface Call<Operation> {
  readonly parameters: Operation extends { parameters: infer Parameters } ? Parameters : never;
  readonly body: Operation extends { requestBody?: infer Body } ? JsonOf<NonNullable<Body>> : undefined;
  readonly visitors: VisitorStore;
  /** The time of the request, in milliseconds since 1970. */
  readonly now: number;
}

/** One of the documented responses; without a body it is answered with the documented example. */
export type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: { status: Status; body?: JsonOf<Responses[Status]> };
    }[keyof Responses & number]
  : never;

/** A handler whose operation is not known when the sandbox is compiled. */
export type AnyHandler = (call: {
  readonly parameters: unknown;
  readonly body: unknown;
  readonly visitors: VisitorStore;
  readonly now: number;
}) => AnyAnswer | Promise<AnyAnswer>;

interface AnyAnswer {
  readonly status: number;
  readonly body?: unknown;
}

type JsonOf<Described> = Described extends { content: { "application/json": infer Json } } ? Json : undefined;
