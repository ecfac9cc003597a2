import { join } from "node:path";
import { packageFile } from "../harness/packages.ts";
import { type Contender, literal, objectOf, token } from "./contender.ts";

/** Types from openapi-typescript, calls by openapi-fetch: what this repository's client stands on. */
export const openapiFetch: Contender = {
  name: "openapi-fetch",
  package: "openapi-fetch",
  isResilient: false,
  installs: { from: "registry", package: "openapi-fetch" },
  generator: {
    name: "openapi-typescript",
    package: "openapi-typescript",
    command: (description, output) => [
      packageFile("openapi-typescript", "bin/cli.js"),
      description,
      "--output",
      join(output, "types.ts"),
    ],
  },
  page: {
    setup: ({ baseUrl }, from) => `import createClient from "openapi-fetch";
import type { paths } from "${from}/types.ts";
const client = createClient<paths>({
  baseUrl: ${literal(baseUrl)},
  headers: { Authorization: "Bearer ${token}" },
});`,
    call({ method, path, parameters, body }) {
      const params = Object.keys(parameters).length > 0 ? { path: parameters } : undefined;
      const init = objectOf({ params, body });
      return `client.${method}(${[literal(path), init].filter(Boolean).join(", ")})`;
    },
    read: (result, property) => `${result}.data?.${property}`,
  },
};
