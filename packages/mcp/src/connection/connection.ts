import type { Attempt, CallError } from "@visitors-api/client";
import type { StandardSchema, ValidationIssue } from "@visitors-api/client/validation";

/** The generated client of an API, and the validators of what its methods take: packages of their own, or others made likewise. */
export interface GeneratedClient {
  createClient(options: Readonly<Record<string, unknown>>): Methods;
  /** What methods throw when the call did not end in a result. */
  readonly CallError: abstract new (
    ...args: never[]
  ) => CallError;
  readonly operationSchemas: Readonly<Record<string, { readonly input: StandardSchema<unknown> }>>;
}

export type Methods = Readonly<Record<string, (input: object, options: CallOptions) => Promise<unknown>>>;

/** What a call can be given besides its input. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly idempotencyKey?: true;
  /** Ends the call. */
  readonly signal: AbortSignal;
  /** Is told of each attempt when it has ended. */
  readonly onAttempt: (attempt: Attempt) => void;
}

/** Where tools call. */
export interface Connection {
  /** A sandbox in this process, for want of a credential. */
  readonly isSandbox: boolean;
  call(method: string, input: object, options: CallOptions): Promise<unknown>;
  /** What the generated validator has to say against an input; nothing where there is none. */
  problemsOf(method: string, input: unknown): readonly ValidationIssue[];
  /** The error of a call that did not end in a result; undefined for any other. */
  callErrorOf(error: unknown): CallError | undefined;
  /** Takes credentials out of whatever is going to leave the process. */
  redact(text: string): string;
}
