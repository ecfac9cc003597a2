/** What a method returns: the promise of its data, which can give the response too. */
export interface CallPromise<Data> extends Promise<Data> {
  /**
   * The data together with the response that they came in. It is rejected as the promise itself is.
   *
   * @example
   * ```ts
   * const { data, response, requestId } = await call.withResponse();
   * ```
   */
  withResponse(): Promise<WithResponse<Data>>;
}

export interface WithResponse<Data> {
  readonly data: Data;
  /** The platform's response. Its body can still be read, unless the data are a stream. */
  readonly response: Response;
  /** The id that the response gives the request: tell it to the API's support. */
  readonly requestId: string | undefined;
}
