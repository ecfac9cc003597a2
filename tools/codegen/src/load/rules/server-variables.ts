import { isObject, type JsonObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.5 and § 4.8.6: each variable in a server's URL is defined and has a default, which takes its
 * place. Without one, what is written stays in the URL, so that whoever calls the API sees what is missing.
 */
export function serverVariables({ node }: Visit, { findings }: Context): undefined {
  const { url } = node;
  const variables: JsonObject = isObject(node["variables"]) ? node["variables"] : {};
  for (const [, name = ""] of String(url).matchAll(/\{([^{}]+)\}/g)) {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (isObject(variable) && variable["default"] !== undefined) continue;
    const [first] = isObject(variable) && Array.isArray(variable["enum"]) ? variable["enum"] : [];
    const fallback = first ?? `{${name}}`;
    const reading = first === undefined ? `\`{${name}}\` stays in the URL.` : `"${first}" is taken.`;
    if (isObject(variable)) {
      findings.mistake({
        at: { node: variables, key: name, isKey: true },
        what: `The server variable \`${name}\` has no default.`,
        advice: "Add one: the URL has it where nobody gives another value.",
        reading,
      });
      variable["default"] = fallback;
    } else {
      findings.mistake({
        at: { node, key: "url" },
        what: `The URL ${url} has \`{${name}}\`, which is no variable of this server.`,
        advice: "Add it under variables.",
        reading,
      });
      variables[name] = { default: fallback };
      node["variables"] = variables;
    }
  }
}
