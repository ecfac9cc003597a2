import { type StyleVector, styleVectors } from "@visitors-api/openapi/style-vectors";
import { describe, expect, test } from "vitest";
import type { ParameterStyle } from "../src/runtime/description.ts";
import {
  checkPathParameters,
  cookieHeader,
  headerParameters,
  type OperationEntry,
  serializeParameters,
  steps,
} from "../src/runtime/index.ts";
import { otherClient } from "./other-api.ts";
import { reply, serve } from "./server.ts";

/** What the generator makes of the parameter. */
function styleOf({ mediaType, style, explode, allowReserved }: StyleVector): ParameterStyle {
  if (mediaType !== undefined) return /json$/.test(mediaType) ? ["json"] : [style];
  return [style, explode, allowReserved === true];
}

/** What a client sends for a vector: the parameter's part of the request, or undefined where that has none. */
async function sent(vector: StyleVector): Promise<string | undefined> {
  const { place, name, value } = vector;
  const server = await serve(reply(200, {}));
  const key = place === "header" ? name.toLowerCase() : name;
  const entry: OperationEntry = {
    method: "GET",
    path: place === "path" ? `/before/{${name}}/after` : "/example",
    styles: { [place]: { [key]: styleOf(vector) } },
    ...(place === "cookie" && { cookies: [name] }),
  };
  const prepare = steps(checkPathParameters, serializeParameters, headerParameters, cookieHeader);
  const { call } = otherClient(server, { call: entry }, { description: { prepare } });
  await (place === "header" ? call({}, { headers: { [name]: value } }) : call({ [name]: value }));

  const [request] = server.requests;
  const [path = "", ...query] = request?.url?.split("?") ?? [];
  switch (place) {
    case "path":
      return path.slice("/before/".length, -"/after".length);
    case "query":
      return query.length === 0 ? undefined : query.join("?");
    case "cookie":
      return request?.headers.cookie;
    case "header":
      return request?.headers[key]?.toString();
  }
}

describe.each(["path", "query", "header", "cookie"] as const)(
  "a parameter in %s is sent as described",
  (place) => {
    const vectors = styleVectors.filter((vector) => vector.place === place);

    test.each(vectors.filter(({ isRefused }) => !isRefused))("$shows", async (vector) => {
      expect(await sent(vector)).toBe(vector.written);
    });

    const refused = vectors.filter(({ isRefused }) => isRefused);
    if (refused.length > 0) {
      test.each(refused)("is refused where the request would go to another path: $shows", async (vector) => {
        await expect(sent(vector)).rejects.toThrow(
          new TypeError(`The path parameter ${vector.name} is empty or dots`),
        );
      });
    }
  },
);

test("several parameters are one query, in which what is undefined has no part (OpenAPI 3.1.1 Appendix C)", async () => {
  const server = await serve(reply(200, {}));
  const entry: OperationEntry = {
    method: "GET",
    path: "/example",
    styles: { query: { formulas: ["form", true], words: ["form"] } },
  };
  const { call } = otherClient(server, { call: entry }, { description: { prepare: serializeParameters } });
  await call({ formulas: { a: "x+y", b: "x/y", c: "x^y" }, words: ["math", "is", "fun"] });
  await call({ formulas: {}, words: ["hello", "world"] });
  await call({ formulas: null, words: undefined });
  expect(server.requests.map(({ url }) => url)).toEqual([
    "/example?a=x%2By&b=x%2Fy&c=x%5Ey&words=math,is,fun",
    "/example?words=hello,world",
    "/example",
  ]);
});
