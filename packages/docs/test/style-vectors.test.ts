import { parameterObject, type StyleVector, styleVectors } from "@visitors-api/openapi/style-vectors";
import { describe, expect, test } from "vitest";
import { headerText, pairsOf, pathSegment, styleOf } from "../src/enrich/samples/parameter-styles.ts";

/** What a sample has because of a parameter. */
function written(vector: StyleVector): string | undefined {
  const { place, name, value } = vector;
  const style = styleOf(parameterObject(vector));
  if (place === "path") return pathSegment(name, value, style);
  if (place === "header") return headerText(value, style);
  const pairs = pairsOf(name, value, style).map((pair) => pair.join("="));
  return pairs.length === 0 ? undefined : pairs.join(place === "query" ? "&" : "; ");
}

describe.each(["path", "query", "header", "cookie"] as const)(
  "a sample has a parameter in %s as described",
  (place) => {
    test.each(styleVectors.filter((vector) => vector.place === place))("$shows", (vector) => {
      expect(written(vector)).toBe(vector.written);
    });
  },
);
