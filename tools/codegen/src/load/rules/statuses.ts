import { isObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import { type Context, operationOf } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.16: a response stands under a status, under a range of them such as `4XX`, or under `default`.
 */
export function statuses(visit: Visit, { findings }: Context): undefined {
  const { node } = visit;
  for (const key of Object.keys(node)) {
    if (key.startsWith("x-") || /^([1-5](\d\d|xx)|default)$/i.test(key)) continue;
    const at = { node, key, isKey: true } as const;
    const what = `\`${key}\` is no status of a response.`;
    const response = node[key];
    const saysNothing =
      !isObject(response) || Object.keys(response).every((field) => field === "description");
    const operation = operationOf(visit);
    if (saysNothing && !/\d/.test(key)) findings.oddity(at, `${what} It is ignored.`);
    else {
      findings.mistake({
        at,
        what,
        advice: "Write one such as 404, a range such as 4XX, or default.",
        reading: `The response is left out${operation ? ` of ${operation}` : ""}.`,
      });
    }
    delete node[key];
  }
}
