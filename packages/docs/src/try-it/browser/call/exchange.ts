/** An HTTP message as it went over the wire, without its secrets. */
export type Message = {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body | undefined;
};

export type Body =
  | { readonly kind: "text"; readonly text: string }
  /** Of bytes that are no text only the size is shown. */
  | { readonly kind: "bytes"; readonly size: number };

/** A request and what came of it. */
export type Exchange = {
  readonly request: Message & { readonly method: string; readonly url: string };
  readonly response: (Message & { readonly status: number; readonly statusText: string }) | undefined;
  /** Why there is no response, or not a whole one. */
  readonly failure: string | undefined;
  /** From the request to the last byte of the response. */
  readonly milliseconds: number;
};
