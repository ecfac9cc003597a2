import { join } from "node:path";
import { packageFile } from "../harness/packages.ts";
import { type Contender, objectOf, token } from "./contender.ts";

/** `redocly generate-client`: one file with its run time in it. */
export const redocly: Contender = {
  name: "redocly generate-client",
  package: "@redocly/cli",
  isResilient: true,
  generator: {
    name: "redocly generate-client",
    package: "@redocly/cli",
    command: (description, output) => [
      packageFile("@redocly/cli", "bin/cli.js"),
      "generate-client",
      description,
      "--output",
      join(output, "client.ts"),
    ],
  },
  page: {
    setup: (_, from) => `import { client } from "${from}/client.ts";
client.auth.bearer("${token}");`,
    call: ({ operationId, parameters, body }) =>
      `client.${operationId}(${objectOf({ path: parameters, body })})`,
    read: (result, property) => `${result}.${property}`,
  },
};
