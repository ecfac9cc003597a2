import type { Exchange } from "./exchange.ts";
import type { Credential } from "./mask.ts";

/** Where a call goes: to the sandbox inside this page, to one on the reader's machine, or to a server. */
export type Target = "page" | "local" | "other";

export type Call = {
  readonly target: Target;
  /** Ignored for the sandbox in the page. */
  readonly baseUrl: string;
  readonly credentials: readonly Credential[];
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** A body of JSON as the reader has typed it: it is sent so, whatever the client would make of it. */
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  readonly onExchange: (exchange: Exchange) => void;
};

/** How a call of the client ended. */
export type Outcome =
  | { readonly kind: "returned" }
  | { readonly kind: "aborted" }
  | {
      readonly kind: "threw";
      /** The class of the error. */
      readonly name: string;
      readonly message: string;
      /** What a program can read of the error. */
      readonly details: readonly (readonly [name: string, value: string])[];
      /** No answer came that a page may read. */
      readonly unreachable: boolean;
    };

export type ValidationIssue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What the page does with the client and the sandbox. */
export type Connection = {
  /** What is wrong with an input, as the client's own validators say. */
  readonly validate: (input: unknown) => readonly ValidationIssue[];
  readonly call: (call: Call) => Promise<Outcome>;
  /** The sandbox in the page begins anew. */
  readonly reset: () => void;
};
