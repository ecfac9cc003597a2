import type { Api } from "../api.ts";

/** What the environment says of where to call. */
export interface Surroundings {
  /** Options of the client by their names; undefined where no credential is given, so that it is a sandbox that is called. */
  readonly credentials: Readonly<Record<string, unknown>> | undefined;
  /** Undefined for the description's first server. */
  readonly baseUrl: string | undefined;
  /** What must be in nothing that leaves the process. */
  readonly secrets: readonly string[];
}

/** The environment cannot be used. The message says why, and what to do. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Reads credentials and the base URL from the variables that the API names.
 *
 * @throws {EnvironmentError} when there is a base URL and no credential to send there, or a password without a user name.
 */
export function readEnvironment(
  { credentials, baseUrlVariable }: Pick<Api, "credentials" | "baseUrlVariable">,
  environment: Readonly<Record<string, string | undefined>>,
): Surroundings {
  // A variable that is set to nothing is what a client's settings make of one that is not set.
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const baseUrl = read(baseUrlVariable);
  const given = credentials.flatMap(({ option, kind, variables }): [string, unknown][] => {
    const [value, password] = variables.map(read);
    if (value === undefined && password !== undefined) {
      throw new EnvironmentError(`${variables[1]} is set, and ${variables[0]} is not: set it too`);
    }
    if (value === undefined) return [];
    return [[option, kind === "basic" ? { username: value, password: password ?? "" } : value]];
  });
  if (given.length === 0 && credentials.length > 0) {
    if (baseUrl === undefined) return { credentials: undefined, baseUrl, secrets: [] };
    const names = credentials.map(({ variables }) => variables.join(" and ")).join(" or ");
    throw new EnvironmentError(
      `${baseUrlVariable} is set, and ${names} is not: set it too, or neither, to call a sandbox in this process`,
    );
  }
  // An API that asks for no credential is called where the base URL says, and otherwise is a sandbox.
  const callsApi = given.length > 0 || baseUrl !== undefined;
  const secrets = credentials.flatMap(({ kind, variables }) => {
    const values = variables.flatMap((variable) => read(variable) ?? []);
    if (kind !== "basic" || values.length === 0) return values;
    const [username = "", password = ""] = variables.map((variable) => read(variable) ?? "");
    // RFC 7617 § 2: it is sent as one text, in Base64. A user name alone is no secret.
    return [Buffer.from(`${username}:${password}`).toString("base64"), password].filter(
      (secret) => secret !== "",
    );
  });
  return { credentials: callsApi ? Object.fromEntries(given) : undefined, baseUrl, secrets };
}
