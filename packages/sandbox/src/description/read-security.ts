import { type JsonObject, objectOrEmpty } from "./json-object.ts";
import type { SecurityRequirement, SecurityScheme } from "./model.ts";
import { resolve } from "./reference.ts";

/** Reads security requirements (OpenAPI 3.1 § 4.8.30); no requirement, or an empty one, means open. */
export function readSecurity(document: JsonObject, requirements: unknown): SecurityRequirement[] {
  if (!Array.isArray(requirements)) return [];
  const schemes = objectOrEmpty(objectOrEmpty(document["components"])["securitySchemes"]);
  return requirements.map((requirement) =>
    Object.keys(objectOrEmpty(requirement)).map((name) => {
      if (!Object.hasOwn(schemes, name)) {
        throw new Error(`The description requires the security scheme ${name}, which it does not define`);
      }
      return readScheme(objectOrEmpty(resolve(document, schemes[name])));
    }),
  );
}

function readScheme(scheme: JsonObject): SecurityScheme {
  const place = scheme["in"];
  switch (scheme["type"]) {
    case "http": {
      const name = String(scheme["scheme"]).toLowerCase();
      return name === "bearer" || name === "basic" ? { kind: name } : { kind: "unseen" };
    }
    case "oauth2":
    case "openIdConnect":
      // Both end in a token that is sent as RFC 6750 says.
      return { kind: "bearer" };
    case "apiKey":
      return place === "header" || place === "query" || place === "cookie"
        ? { kind: "apiKey", in: place, name: String(scheme["name"]) }
        : { kind: "unseen" };
    default:
      return { kind: "unseen" };
  }
}
