/** One thing that is wrong with a request, in the words of the sandbox; response/error-body.ts gives it its shape. */
export interface Problem {
  /** What is wrong, for a person to read. */
  readonly message: string;
  /** The parameter or the property it is about, such as `a.b.0`; absent when it is about the whole. */
  readonly field?: string;
  /** Whether that is required and not there. */
  readonly isMissing?: boolean;
}
