import type { Serialization } from "@visitors-api/openapi";
import { type StyleVector, styleVectors } from "@visitors-api/openapi/style-vectors";
import { describe, expect, test } from "vitest";
import { headerText, pairsOf, pathSegment } from "../src/samples/parameter-styles.ts";

/** What a sample has in a parameter's place, or undefined where it has nothing. */
function written(vector: StyleVector): string | undefined {
  const { place, name, value, style, explode, allowReserved = false, mediaType } = vector;
  const how: Serialization = { style, explode, allowReserved, mediaType };
  if (place === "path") return pathSegment(name, value, how);
  if (place === "header") return headerText(value, how);
  const pairs = pairsOf(name, value, how).map((pair) => pair.join("="));
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
