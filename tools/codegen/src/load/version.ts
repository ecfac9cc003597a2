import type { Document } from "@redocly/openapi-core";
import type { Findings } from "./findings.ts";
import { called, isObject } from "./json.ts";
import type { Places } from "./places.ts";
import { DescriptionError } from "./problem.ts";

/** What of the specification's versions makes a difference (OpenAPI 3.1 § 4.1). */
export type Version = "3.0" | "3.1";

/**
 * Which version a document is written in.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object: it stands in the root's field `openapi`.
 * @throws {DescriptionError} when it is not an OpenAPI 3.0 or 3.1 description.
 */
export function readVersion({ source, parsed }: Document, places: Places, findings: Findings): Version {
  const root: unknown = parsed;
  const fail = (message: string, key?: string): never => {
    const { line = 1, column = 1 } = (isObject(root) && places.placeOfValue(root, key)) || {};
    throw new DescriptionError([{ file: source.absoluteRef, line, column, message }]);
  };
  if (!isObject(root)) {
    return fail(
      `This is not an OpenAPI description, for it is ${called(root)}. Begin it with \`openapi: 3.1.0\`.`,
    );
  }
  const { openapi, swagger } = root;
  if (swagger !== undefined) {
    fail(
      `Swagger ${typeof swagger === "object" ? "" : swagger} is not supported. ` +
        "Convert the description to OpenAPI 3.0 or 3.1 first.",
      "swagger",
    );
  }
  if (openapi === undefined) {
    fail(
      "This is not an OpenAPI description, for it has no field `openapi`. Begin it with `openapi: 3.1.0`.",
    );
  }
  const written = typeof openapi === "object" && openapi !== null ? called(openapi) : String(openapi);
  const [, version, patch] = /^(3\.[01])(\.\d+.*)?$/.exec(written) ?? [];
  if (version !== "3.0" && version !== "3.1") {
    return fail(`OpenAPI ${written} is not supported. Use 3.0 or 3.1.`, "openapi");
  }
  if (patch === undefined || typeof openapi !== "string") {
    const whole = `${version}${version === "3.0" ? ".3" : ".0"}`;
    findings.mistake({
      at: { node: root, key: "openapi" },
      what: `This is no whole version of OpenAPI:`,
      advice: `write "${whole}".`,
      reading: `it is taken for ${whole}.`,
    });
    root["openapi"] = whole;
  }
  return version;
}
