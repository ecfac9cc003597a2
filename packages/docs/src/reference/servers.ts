import type { Server } from "@visitors-api/openapi";
import { code, type Fact, labelled, type ServerDocument } from "./document.ts";

/** Where the API is (OpenAPI 3.1 § 4.8.5). */
export function serverDocuments(servers: readonly Server[]): ServerDocument[] {
  return servers.map(({ url, description, variables }) => ({
    url,
    description,
    variables: Object.entries(variables).map(([name, variable]): Fact => {
      const { default: value, enum: values, description: about } = variable;
      return [
        code(`{${name}}`),
        ...(about === "" ? [] : [` ${about.trim()}`]),
        ...(value === "" ? [] : ["; ", ...labelled("default", [value])]),
        ...(values.length === 0 ? [] : ["; ", ...labelled("one of", values)]),
      ];
    }),
  }));
}
