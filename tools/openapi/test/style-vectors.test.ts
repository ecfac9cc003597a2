import { describe, expect, test } from "vitest";
import { only, readOperation } from "./support/read.ts";
import { parameterObject, readBack, styleVectors } from "./vectors/style-vectors.ts";

/** § 4.8.12.4, without the question mark that a query begins with, and with the values that its columns stand for. */
const table = `
| matrix         | false | ;color=blue | ;color=blue,black,brown             | ;color=R,100,G,200,B,150 |
| matrix         | true  | ;color=blue | ;color=blue;color=black;color=brown | ;R=100;G=200;B=150 |
| label          | false | .blue       | .blue,black,brown                   | .R,100,G,200,B,150 |
| label          | true  | .blue       | .blue.black.brown                   | .R=100.G=200.B=150 |
| simple         | false | blue        | blue,black,brown                    | R,100,G,200,B,150 |
| simple         | true  | blue        | blue,black,brown                    | R=100,G=200,B=150 |
| form           | false | color=blue  | color=blue,black,brown              | color=R,100,G,200,B,150 |
| form           | true  | color=blue  | color=blue&color=black&color=brown  | R=100&G=200&B=150 |
| spaceDelimited | false | n/a         | color=blue%20black%20brown          | color=R%20100%20G%20200%20B%20150 |
| spaceDelimited | true  | n/a         | n/a                                 | n/a |
| pipeDelimited  | false | n/a         | color=blue%7Cblack%7Cbrown          | color=R%7C100%7CG%7C200%7CB%7C150 |
| pipeDelimited  | true  | n/a         | n/a                                 | n/a |
| deepObject     | false | n/a         | n/a                                 | n/a |
| deepObject     | true  | n/a         | n/a                                 | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150 |
`;

const values = ["blue", ["blue", "black", "brown"], { R: 100, G: 200, B: 150 }];
const cells = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [style, explode, ...texts] = line
      .split("|")
      .map((cell) => cell.trim())
      .filter(Boolean);
    return texts.map((written, column) => ({
      style,
      explode: explode === "true",
      value: values[column],
      written,
    }));
  });

describe("the vectors have all of the Style Examples (OpenAPI 3.1.1 § 4.8.12.4, 3.0.4 § 4.7.12.4)", () => {
  test.each(cells)("$style, explode: $explode, $written", ({ style, explode, value, written }) => {
    const same = styleVectors.filter(
      (vector) =>
        vector.style === style &&
        vector.explode === explode &&
        vector.name === "color" &&
        vector.mediaType === undefined &&
        /^(path|query)$/.test(vector.place) &&
        JSON.stringify(vector.value) === JSON.stringify(value),
    );
    if (written === "n/a") for (const vector of same) expect(vector.isUndefined).toBe(true);
    else expect(only(same)).toMatchObject({ written });
  });
});

describe("a vector", () => {
  test("is the only one that shows what it shows", () => {
    const names = styleVectors.map(({ shows }) => shows);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(styleVectors)("is described by a parameter that is read as it says: $shows", (vector) => {
    const parameter = only(readOperation("3.1.1", { parameters: [parameterObject(vector)] }).parameters);
    expect(parameter).toMatchObject({ name: vector.name, in: vector.place, mediaType: vector.mediaType });
    expect(parameter.allowReserved).toBe(vector.allowReserved === true);
    if (vector.mediaType === undefined) {
      expect(parameter).toMatchObject({ style: vector.style, explode: vector.explode });
    }
  });

  test.each(styleVectors)("is sent if it can be read back, and only then: $shows", (vector) => {
    expect(vector.written === undefined && readBack(vector) !== undefined).toBe(false);
  });

  test.each(styleVectors.filter(({ place }) => place !== "header"))(
    "has only characters that its place can hold: $shows",
    ({ place, written = "" }) => {
      // RFC 3986 § 3.3 and § 3.4 without what separates parameters and is not written so; RFC 6265 § 4.1.1, commas aside.
      const allowed = {
        path: /^(?:[\w.~!$'()*+,;:@=-]|%[\dA-F]{2})*$/i,
        query: /^(?:[\w.~!$'()*,;:@/?&=-]|%[\dA-F]{2})*$/i,
        cookie: /^(?:[\w.~,=-]|; |%[\dA-F]{2})*$/i,
        header: /^[ -~]*$/,
      };
      expect(written).toMatch(allowed[place]);
    },
  );
});
