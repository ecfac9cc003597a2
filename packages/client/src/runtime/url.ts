import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { CallInit } from "./description.ts";

/** The URL of a request, with its parameters as openapi-fetch writes them, or as the call says. */
export function writeUrl(
  path: string,
  baseUrl: string,
  { params, querySerializer, pathSerializer = defaultPathSerializer }: CallInit,
): string {
  return createFinalURL(path, {
    baseUrl,
    params: params ?? {},
    querySerializer:
      typeof querySerializer === "function" ? querySerializer : createQuerySerializer(querySerializer),
    pathSerializer,
  });
}
