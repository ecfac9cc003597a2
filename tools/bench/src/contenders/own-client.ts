import { codegenCommand, ownClientFolder } from "../harness/folders.ts";
import { type Contender, literal, type PageParts, token } from "./contender.ts";

const page: PageParts = {
  published: "@visitors-api/client",
  setup: (_, from) => `import { createClient } from "${moduleIn(from, "index.ts", "")}";
const client = createClient({ token: "${token}" });`,
  call({ operationId, parameters, body }) {
    const input = { ...parameters, ...body };
    return `client.${operationId}(${Object.keys(input).length > 0 ? literal(input) : ""})`;
  },
  read: (result, property) => `${result}.${property}`,
};

/** This repository's client and generator. */
export const ownClient: Contender = {
  name: "@visitors-api/client",
  package: "@visitors-api/client",
  isResilient: true,
  installs: { from: "folder", folder: ownClientFolder },
  generator: {
    name: "@visitors-api/codegen",
    command: (description, output) => [codegenCommand, description, "--output", output],
  },
  page,
};

/** The same with what it sends and is answered held against the description. */
export const ownClientValidating: Contender = {
  ...ownClient,
  name: "validating @visitors-api/client",
  page: {
    ...page,
    setup: (task, from) => `import { validate } from "${moduleIn(from, "schemas.ts", "/schemas")}";
${page.setup(task, from)}
client.use(validate("both"));`,
  },
};

/** A generated file, or what the package exports in its place. */
function moduleIn(from: string, file: string, subpath: string): string {
  return from.startsWith(".") ? `${from}/${file}` : from + subpath;
}
