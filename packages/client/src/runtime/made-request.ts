import type { HeaderRecord } from "./headers.ts";

/** What is to be sent: a `Request`, or what does for one that nobody looks at. */
export interface MadeRequest {
  readonly url: string;
  readonly method: string;
}

/**
 * What a request was made of, so that its body can be sent again. Of one that middleware made, nobody knows more than the headers.
 */
export interface MadeOf extends RequestInit {
  readonly headers: HeaderRecord;
}
