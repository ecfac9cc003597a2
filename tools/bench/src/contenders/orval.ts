import { dirname, join } from "node:path";
import { packageFile } from "../harness/packages.ts";
import { type Contender, importedNames, literal, token } from "./contender.ts";

const configuration = "orval.config.mjs";

/** orval with `fetch`. It has no authentication, so the page gives each call its header. */
export const orval: Contender = {
  name: "orval",
  package: "orval",
  isResilient: false,
  generator: {
    name: "orval",
    package: "orval",
    command: (_, output) => [
      packageFile("orval", "dist/bin/orval.mjs"),
      "--config",
      join(dirname(output), configuration),
    ],
    configuration: {
      name: configuration,
      text(description, output) {
        const client = {
          target: join(output, "client.ts"),
          client: "fetch",
          mode: "single",
          baseUrl: { getBaseUrlFromSpecification: true },
        };
        return `export default ${literal({ api: { input: description, output: client } })};\n`;
      },
    },
  },
  page: {
    setup: (task, from) => `import { ${importedNames(task)} } from "${from}/client.ts";
const options = { headers: { Authorization: "Bearer ${token}" } };`,
    call({ operationId, parameters, hasQuery, body }) {
      const values = Object.values(parameters).map(literal);
      return `${operationId}(${[...values, body && literal(body), hasQuery && "undefined", "options"].filter(Boolean).join(", ")})`;
    },
    read: (result, property) => `${result}.status === 200 ? ${result}.data.${property} : undefined`,
  },
};
