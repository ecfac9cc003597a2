/** One answer of the server; a fault, if there is one, in place of it or of its end. */
export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  /** `{elsewhere}` in a value stands for the same script at another origin. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly gzip?: boolean;
  /**
   * - `reset`: the connection is reset before the headers;
   * - `silence`: nothing comes;
   * - `stall`: the headers come, and the first part of a body, and nothing more;
   * - `cut`: the connection ends before the body is as long as its headers say.
   */
  readonly fault?: "reset" | "silence" | "stall" | "cut";
}

export interface ReceivedRequest {
  readonly method: string;
  /** The path that follows the base URL. */
  readonly path: string;
  /** `127.0.0.1:4010`. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ScriptedApi {
  readonly baseUrl: string;
  /** Every request that has arrived whole. A browser's preflight requests are not among them. */
  requests(): Promise<readonly ReceivedRequest[]>;
  /** The only one, or the last. */
  lastRequest(): Promise<ReceivedRequest>;
}

/** An API of one's own: each request gets the next answer, and when there is no next, the last one over again. */
export async function scriptedApi(
  { origin }: { readonly origin: string },
  ...answers: [Answer, ...Answer[]]
): Promise<ScriptedApi> {
  const created = await fetch(`${origin}/scripts`, { method: "POST", body: JSON.stringify(answers) });
  const baseUrl = origin + (await created.text());
  const requests = async (): Promise<ReceivedRequest[]> => (await fetch(`${baseUrl}/requests`)).json();
  return {
    baseUrl,
    requests,
    async lastRequest() {
      const last = (await requests()).at(-1);
      if (last === undefined) throw new Error("No request has arrived");
      return last;
    },
  };
}
