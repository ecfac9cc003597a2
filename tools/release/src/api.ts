import json from "../../../spec/api.json" with { type: "json" };

/** What differs between APIs, and all else reads. */
export interface Api {
  /** What the API is called in sentences. */
  readonly title: string;
  /** What the packages say that they are for. */
  readonly subject: string;
  /** What it is called where a name has no spaces: in binaries, and as the folder of what is its own. */
  readonly name: string;
  /** What the names of all packages begin with. */
  readonly scope: string;
  /** The environment variables that samples and commands read. */
  readonly variables: {
    /** Where the first security scheme is basic authentication. */
    readonly username?: string;
    /** The secret of the first security scheme: a token, a key or a password. */
    readonly token: string;
    readonly baseUrl: string;
  };
  /** Where the docs are published. */
  readonly homepage: string;
}

/** The API of this repository: spec/api.json. */
export const api: Api = json;
