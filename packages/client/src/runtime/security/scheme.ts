import type { HeaderRecord } from "../headers.ts";
import type { BasicCredential, Credential } from "../options.ts";

/** How a credential is sent. A description's client contains only the schemes that the description uses. */
export interface SecurityScheme {
  /** The client's option that holds the credential. */
  readonly option: string;
  /** Adds the secret to the headers, or returns a URL that has it. */
  readonly write: (headers: HeaderRecord, secret: never, url: string) => string | undefined;
  /** How a request with it is made. */
  readonly init?: RequestInit;
}

export type Secret = Exclude<Credential | BasicCredential, () => unknown>;

/**
 * Alternatives, each a list of schemes to satisfy together; an empty one requires nothing. A scheme that the description's
 * `schemes` do not have is the caller's to satisfy.
 */
export type Security = readonly (readonly string[])[];
