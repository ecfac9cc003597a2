/** Something that is read otherwise than it was written, or not at all, for the description's maintainer to know. */
export interface Notice {
  readonly message: string;
  /** Where it was written: a JSON Pointer into the document that was read, as a URI fragment (RFC 6901 § 6). */
  readonly pointer: string;
}
