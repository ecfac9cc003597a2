import { isObject } from "@visitors-api/openapi";
import type { OpenApiObject } from "../read/openapi-document.ts";
import { compareComponents } from "./components-object.ts";
import { compareDocumentation, compareWholes } from "./documentation.ts";
import { Findings } from "./findings.ts";
import { comparePaths } from "./paths-object.ts";
import { SchemaPairs } from "./schema/pairs.ts";
import { compareSecuritySchemes } from "./security-scheme-object.ts";
import { compareServers } from "./server-object.ts";
import type { Sides, Walked } from "./sides.ts";

/**
 * Everything that differs between two descriptions and that somebody could notice who uses the client or reads about it.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object
 */
export function compareDescriptions({ before, after, models }: Omit<Sides, "schemas">): Walked[] {
  const sides: Sides = { before, after, models, schemas: new SchemaPairs(before, after) };
  const around = new Findings();
  compareServers(sides, around);
  compareSecuritySchemes(sides, around);

  const operations = comparePaths(sides);
  // Once it is known which of them operations meet.
  around.parts.push(compareComponents(sides));

  const both = [before, after] as const;
  compareDocumentation(sides, around, "the description", before.info, after.info, [
    ["title", "a title"],
    ["version", "a version"],
    ["summary", "a summary"],
    ["description", "a text"],
    ["termsOfService", "terms of service"],
    ["contact", "a contact"],
    ["license", "a licence"],
  ]);
  compareDocumentation(sides, around, "the description", before, after, [
    ["externalDocs", "a link to further documentation"],
  ]);
  compareWholes(around, "the description", "a tag", [tagsOf(before), tagsOf(after)], both);
  // What the API calls is no method of the client.
  compareWholes(around, "the description", "a webhook", [before.webhooks, after.webhooks], both);
  return [...operations, { operations: [], findings: around }];
}

/** The tags by their names. */
function tagsOf({ tags }: OpenApiObject): object {
  const list = Array.isArray(tags) ? tags.filter(isObject) : [];
  return Object.fromEntries(list.map((tag) => [String(tag["name"]), tag]));
}
