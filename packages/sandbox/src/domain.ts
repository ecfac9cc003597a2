import type { Description } from "./description/description.ts";
import type { ErrorDialect } from "./response/error-dialect.ts";
import type { Collection, CollectionDefinition } from "./state/collection.ts";

/** What an API does beyond what its description can say. */
export interface Domain {
  /** What it keeps. */
  readonly collections: readonly CollectionDefinition[];
  /** What operations do, by operationId. Every other one is answered with its documented example. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** The words that it has for its errors. Default: the description's. */
  readonly errorDialect?: ErrorDialect;
}

/** What an API does as far as a description has it: any description may be of another API. */
export type DomainOf = (description: Description) => Domain;

/** What an operation does. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** A request that has passed every check of the description. */
export interface Call {
  /** By name. */
  readonly parameters: unknown;
  readonly body: unknown;
  /** What the API keeps, by name. */
  readonly collections: Collections;
  /** The time of the request, in milliseconds since 1970. */
  readonly now: number;
}

export type Collections = Readonly<Record<string, Collection>>;

/** Without a body, the documented example is answered. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
