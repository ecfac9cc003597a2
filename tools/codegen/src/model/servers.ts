import type { ServerObject } from "../load/openapi.ts";
import type { Server } from "./model.ts";

/** OpenAPI 3.1 § 4.8.5: a variable that nobody sets has its default. */
export function buildServer({ url, description = "", variables = {} }: ServerObject): Server {
  return {
    url: url.replaceAll(/\{([^{}]+)\}/g, (_, name) => String(variables[name]?.default ?? "")),
    description,
  };
}
