import type { ApiCredential } from "../api.ts";
import type { Connection, GeneratedClient } from "./connection.ts";
import type { Surroundings } from "./environment.ts";
import { redacting } from "./redact.ts";

/** What is called when there is no credential: it takes what the platform's `fetch` does. */
export interface InProcessApi {
  readonly fetch: typeof globalThis.fetch;
}

export interface ConnectOptions {
  readonly client: GeneratedClient;
  readonly credentials: readonly ApiCredential[];
  readonly surroundings: Surroundings;
  /** Makes the sandbox, when the first call needs it. */
  readonly sandbox: () => Promise<InProcessApi>;
}

/**
 * Connects to the API or, without a credential, to a sandbox.
 *
 * @throws {TypeError} when the client takes an option for none, such as a base URL.
 */
export function connect({ client, credentials, surroundings, sandbox }: ConnectOptions): Connection {
  const { baseUrl, secrets } = surroundings;
  const isSandbox = surroundings.credentials === undefined;
  let started: Promise<InProcessApi> | undefined;
  const options = isSandbox
    ? {
        ...Object.fromEntries(credentials.map(sandboxCredential)),
        // The description may name no server, and nothing goes there.
        baseUrl: "http://sandbox.invalid",
        allowInsecure: true,
        fetch: async (request: Request) => {
          started ??= sandbox();
          return (await started).fetch(request);
        },
      }
    : { ...surroundings.credentials, ...(baseUrl !== undefined && { baseUrl }) };
  const methods = client.createClient(options);
  return {
    isSandbox,
    call(method, input, callOptions) {
      const called = methods[method];
      if (called === undefined) throw new TypeError(`The client has no method ${method}`);
      return called(input, callOptions);
    },
    problemsOf(method, input) {
      return client.operationSchemas[method]?.input["~standard"].validate(input).issues ?? [];
    },
    callErrorOf: (error) => (error instanceof client.CallError ? error : undefined),
    redact: redacting(secrets),
  };
}

/** The sandbox takes any credential but an empty one. */
function sandboxCredential({ option, kind }: ApiCredential): [string, unknown] {
  return [option, kind === "basic" ? { username: "sandbox", password: "sandbox" } : "sandbox"];
}
