import type { Model } from "@visitors-api/codegen";
import { variablesOf } from "@visitors-api/docs/credentials";
import type { Description } from "@visitors-api/openapi";
import { exampleRequest } from "@visitors-api/openapi/example-request";
import type { Api } from "@visitors-api/release/api";
import { exampleOperation } from "../example-operation.ts";

/** What stands for a secret until it is a variable of the shell. */
const secret = "THE-SECRET";

/** The call of the examples as a command for a shell, which reads where the API is, and credentials, from the environment. */
export function curlCommand(description: Description, model: Model, { variables }: Api): string | undefined {
  const method = exampleOperation(model);
  const operation = description.operations.find(({ pointer }) => pointer === method?.pointer);
  if (operation === undefined) return undefined;
  // The variable says where the API is, with its path.
  const request = exampleRequest(description, { ...operation, servers: [] }, { secret });
  const filled = (text: string): string =>
    text.replaceAll(/["$`\\]/g, "\\$&").replaceAll(secret, () => `$${variables.token}`);
  const body = new TextDecoder().decode(request.body);
  const lines = [
    `curl --request ${request.method} "$${variables.baseUrl}${filled(request.target)}"`,
    ...Object.entries(request.headers).map(([name, value]) =>
      name === "authorization" && value.startsWith("Basic ")
        ? `--user "${credentials(model)}"`
        : `--header "${name}: ${filled(value)}"`,
    ),
    ...(body === "" ? [] : [`--data '${body.replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(" \\\n  ");
}

function credentials({ securitySchemes, title }: Model): string {
  const basic = securitySchemes.find(({ kind }) => kind === "basic");
  const [username, password] = basic ? variablesOf(basic, title) : [];
  return `$${username}:$${password}`;
}
