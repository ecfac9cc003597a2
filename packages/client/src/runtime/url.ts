import { createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { CallInit } from "./description.ts";

/** The URL of a request, with its parameters as openapi-fetch writes them, or as the call says. */
export function writeUrl(
  url: string,
  { params = {}, querySerializer, pathSerializer = defaultPathSerializer }: CallInit,
): string {
  const writeQuery =
    typeof querySerializer === "function" ? querySerializer : createQuerySerializer(querySerializer);
  const query = writeQuery(params["query"] ?? {}).replace(/^\?/, "");
  return (params["path"] ? pathSerializer(url, params["path"]) : url) + (query && `?${query}`);
}
