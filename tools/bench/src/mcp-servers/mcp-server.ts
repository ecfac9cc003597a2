/** Something that serves the operations of a description as tools of the Model Context Protocol, as data. */
export interface McpServer {
  readonly name: string;
  /** Whose version the results name. */
  readonly package: string;
  /** What it does with a call, beside sending it. */
  readonly does: string;
  /**
   * Gets it ready for a description, and gives how it is started. It speaks on standard input and output.
   *
   * @param api Where the tools call.
   * @param folder For whatever it writes.
   */
  prepare(api: McpApi, folder: string): McpCommand | Promise<McpCommand>;
  /** What a tool is given for a call with this body. */
  argumentsOf(body: unknown): Readonly<Record<string, unknown>>;
}

export interface McpApi {
  /** The file of its description. */
  readonly description: string;
  readonly url: string;
  readonly token: string;
}

export interface McpCommand {
  /** As Node takes them. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}
