import { packageFile } from "../harness/packages.ts";
import { type Contender, importedNames, objectOf, token } from "./contender.ts";

/** `@hey-api/openapi-ts` with its fetch client. */
export const heyApi: Contender = {
  name: "hey-api",
  package: "@hey-api/openapi-ts",
  isResilient: false,
  generator: {
    name: "hey-api",
    package: "@hey-api/openapi-ts",
    command: (description, output) => [
      packageFile("@hey-api/openapi-ts", "bin/run.js"),
      "--input",
      description,
      "--output",
      output,
      "--client",
      "@hey-api/client-fetch",
      "--no-log-file",
    ],
  },
  page: {
    setup: (task, from) => `import { client } from "${from}/client.gen.ts";
import { ${importedNames(task)} } from "${from}/index.ts";
client.setConfig({ auth: "${token}" });`,
    call: ({ operationId, parameters, body }) => `${operationId}(${objectOf({ path: parameters, body })})`,
    read: (result, property) => `${result}.data?.${property}`,
  },
};
