import { type Description, isObject, type JsonObject } from "../description.ts";
import { anchorPart } from "./anchors.ts";
import { type Block, code, factsBlock, type Inline, mark, paragraph, type Section } from "./document.ts";
import { entriesAt, objectAt, objectsAt, textAt } from "./read.ts";
import { markdown, type Walk } from "./walk.ts";

/** The security schemes (OpenAPI 3.1 § 4.8.27), or no section for none. */
export function securitySection(walk: Walk): Section[] {
  const schemes = entriesAt(walk.root, objectAt(walk.root, "components"), "securitySchemes");
  if (schemes.length === 0) return [];
  const sections = schemes.map(([name, scheme]): Section => {
    return {
      kind: "section",
      anchor: walk.anchors.take(schemeAnchor(name)),
      title: [code(name)],
      blocks: [
        ...paragraph(...schemeWords(scheme)),
        ...markdown(walk, textAt(scheme, "description")),
        ...entriesAt(walk.root, scheme, "flows").flatMap(([flow, details]) => flowBlocks(flow, details)),
      ],
    };
  });
  const anchor = walk.anchors.take("authentication");
  return [{ kind: "section", anchor, title: ["Authentication"], blocks: sections }];
}

/** What an operation demands, as a sentence: one of the requirements is enough (OpenAPI 3.1 § 4.8.30). */
export function securityBlocks(root: Description, operation: JsonObject): Block[] {
  const owner = Array.isArray(operation["security"]) ? operation : root;
  const requirements = objectsAt(owner, "security");
  if (requirements.length === 0) return owner === operation ? paragraph("Authentication: none") : [];
  const schemes = objectAt(objectAt(root, "components"), "securitySchemes");
  const sentence = requirements.flatMap((requirement, index): Inline[] => {
    const names = Object.keys(requirement);
    return [
      ...(index > 0 ? [", or "] : []),
      ...(names.length === 0 ? ["none"] : []),
      ...names.flatMap((name, place): Inline[] => [
        ...(place > 0 ? [" and "] : []),
        ...schemeReference(name, schemes),
        ...scopes(requirement[name]),
      ]),
    ];
  });
  return paragraph("Authentication: ", ...sentence);
}

function schemeReference(name: string, schemes: JsonObject): Inline[] {
  const isDescribed = Object.hasOwn(schemes, name) && isObject(schemes[name]);
  return [isDescribed ? { kind: "link", to: `#${schemeAnchor(name)}`, text: name, code: true } : code(name)];
}

function scopes(given: unknown): Inline[] {
  if (!Array.isArray(given) || given.length === 0) return [];
  return [" with ", ...given.flatMap((scope, index) => [...(index > 0 ? [" "] : []), code(String(scope))])];
}

function schemeAnchor(name: string): string {
  return `authentication-${anchorPart(name)}`;
}

function schemeWords(scheme: JsonObject): Inline[] {
  const deprecated: Inline[] = scheme["deprecated"] === true ? [" ", mark("deprecated")] : [];
  const type = String(scheme["type"]);
  if (type === "http") {
    const format = textAt(scheme, "bearerFormat");
    const words = ["HTTP, scheme ", code(String(scheme["scheme"]))];
    return [...words, ...(format === undefined ? [] : [`, format ${format}`]), ...deprecated];
  }
  if (type === "apiKey")
    return [`API key in the ${scheme["in"]} `, code(String(scheme["name"])), ...deprecated];
  if (type === "oauth2") return ["OAuth 2.0", ...deprecated];
  if (type === "mutualTLS") return ["Mutual TLS: the client has a certificate", ...deprecated];
  const url = textAt(scheme, "openIdConnectUrl");
  return url === undefined
    ? [type]
    : ["OpenID Connect: ", { kind: "link", to: url, text: url }, ...deprecated];
}

/** OpenAPI 3.1 § 4.8.28 */
const flowTitles: Readonly<Record<string, string>> = {
  implicit: "Implicit flow",
  password: "Password flow",
  clientCredentials: "Client credentials flow",
  authorizationCode: "Authorization code flow",
  deviceAuthorization: "Device authorization flow",
};

function flowBlocks(flow: string, details: JsonObject): Block[] {
  const urls = [
    ["authorizationUrl", "Authorization"],
    ["deviceAuthorizationUrl", "Device authorization"],
    ["tokenUrl", "Token"],
    ["refreshUrl", "Refresh"],
  ] as const;
  const scopes = Object.entries(objectAt(details, "scopes"));
  return [
    ...paragraph(`${flowTitles[flow] ?? flow}:`),
    ...factsBlock(
      urls.flatMap(([keyword, label]) => {
        const url = textAt(details, keyword);
        return url === undefined ? [] : [[`${label}: `, code(url)]];
      }),
    ),
    ...(scopes.length === 0
      ? []
      : [{ kind: "list" as const, items: scopes.map(([scope, text]) => [code(scope), ` ${text}`]) }]),
  ];
}
