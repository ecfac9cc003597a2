import { isObject, type JsonObject } from "../json.ts";
import { objects } from "../objects/objects.ts";
import { schemaFields } from "../objects/schema.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** One of these tells that somebody wrote a schema. */
const telling = ["type", "properties", "items", "allOf", "anyOf", "oneOf", "enum", "additionalProperties"];

/**
 * OpenAPI 3.1 § 4.8.12 and § 4.8.14: a parameter, a header and a media type have their schema under `schema`. Swagger
 * 2.0 has the one of a parameter beside its name, and many descriptions still do: a client is the same but for the
 * type.
 */
export function schemaBeside({ name, node }: Visit, { findings }: Context): undefined {
  const first = telling.find((keyword) => Object.hasOwn(node, keyword));
  if (first === undefined || node["schema"] !== undefined || node["content"] !== undefined) return;
  const { called, fields } = objects[name];
  const what = `\`${first}\` of ${called} belongs under \`schema\`.`;
  const reading = "It is read as if it stood there.";
  const at = { node, key: first, isKey: true } as const;
  if (name === "MediaType") {
    findings.mistake({ at, what, advice: "Write what the schema says there.", reading });
  } else findings.oddity(at, `${what} ${reading}`);
  const schema: JsonObject = {};
  for (const key of Object.keys(node)) {
    if (!Object.hasOwn(schemaFields, key) || Object.hasOwn(fields, key)) continue;
    schema[key] = node[key];
    delete node[key];
  }
  node["schema"] = schema;
}

/**
 * OpenAPI 3.1 § 4.8.13 and § 4.8.17: a body has its schema under a media type. Swagger 2.0 has the one of a response
 * beside its description.
 */
export function schemaOfBody({ name, node }: Visit, { findings }: Context): undefined {
  const { content } = node;
  const holder =
    isObject(content) && isObject(content["schema"]) ? content : content === undefined ? node : undefined;
  const schema = holder?.["schema"];
  if (!holder || schema === undefined) return;
  findings.mistake({
    at: { node: holder, key: "schema", isKey: true },
    what: `\`schema\` of ${objects[name].called} belongs under a media type.`,
    advice: "Write it as in `content: { application/json: { schema: … } }`.",
    reading: "It is taken for the one of application/json.",
  });
  delete holder["schema"];
  node["content"] = { ...(isObject(content) ? content : {}), "application/json": { schema } };
}

/** OpenAPI 3.1 § 4.8.14: what a body may be stands under media types or ranges of them (RFC 9110 § 8.3.1). */
export function mediaTypeNames({ node }: Visit, { findings }: Context): undefined {
  const { content } = node;
  if (!isObject(content)) return;
  const isName = (key: string) => key.includes("/") || key.startsWith("x-");
  const names = Object.keys(content);
  for (const key of names.filter((name) => !isName(name))) {
    const at = { node: content, key, isKey: true } as const;
    const what = `\`${key}\` is no media type.`;
    // Beside one that is, it mostly is an example that stands too high.
    if (names.some(isName)) findings.oddity(at, `${what} It is ignored.`);
    else {
      findings.mistake({
        at,
        what,
        advice: "Write one such as application/json.",
        reading: "It is left out.",
      });
    }
    delete content[key];
  }
}
