/** What a check is given by the platform that runs it. */
export interface Context {
  readonly client: typeof import("@visitors-api/client");
  readonly schemas: typeof import("@visitors-api/client/schemas");
  /** Where the server that plays the API listens, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** How the platform shows a value to a developer, where a program can ask for that. */
  readonly inspect?: (value: unknown) => string;
  /** The names of the warnings that the platform has given so far, where a program hears of them. */
  readonly warnings?: readonly string[];
}

/** Checks one promise, and throws where it is not kept. */
export type Check = (context: Context) => Promise<void>;
