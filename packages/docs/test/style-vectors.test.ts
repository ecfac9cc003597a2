import { readDescription } from "@visitors-api/openapi";
import { parameterObject, type StyleVector, styleVectors } from "@visitors-api/openapi/style-vectors";
import { describe, expect, test } from "vitest";
import { written } from "../src/samples/build-requests.ts";
import { makeRequest } from "../src/samples/make-request.ts";
import { operationsToShow } from "../src/samples/samples.ts";

/** What a sample has in a parameter's place, or undefined where it has nothing. */
function shown(vector: StyleVector): string | undefined {
  const { place, name, value } = vector;
  const path = place === "path" ? `/before/{${name}}/after` : "/example";
  const description = readDescription({
    openapi: "3.1.0",
    info: { title: "Styles", version: "1" },
    servers: [{ url: "https://api.example" }],
    paths: { [path]: { get: { parameters: [parameterObject(vector)], responses: {} } } },
  });
  const [called] = operationsToShow(description);
  const [parameter] = called?.described.parameters ?? [];
  if (called === undefined || parameter === undefined) throw new Error("The parameter is not described");
  const { url, headers } = makeRequest(called, [{ parameter: written(parameter), value }], undefined);
  if (place === "path") return url.slice("https://api.example/before/".length, -"/after".length);
  if (place === "query") return /\?(.*)$/s.exec(url)?.[1];
  const header = headers.find((one) => one.name === (place === "cookie" ? "Cookie" : name));
  return header?.value.join("");
}

describe.each(["path", "query", "header", "cookie"] as const)(
  "a sample has a parameter in %s as described",
  (place) => {
    test.each(styleVectors.filter((vector) => vector.place === place))("$shows", (vector) => {
      expect(shown(vector)).toBe(vector.written);
    });
  },
);
