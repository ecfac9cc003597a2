import { colors, integers, rgb, rgbSchema, type StyleVector, text, texts } from "./style-vector.ts";

const query = { place: "query", name: "color" } as const;
const spaces = { ...query, style: "spaceDelimited", explode: false } as const;
const pipes = { ...query, style: "pipeDelimited", explode: false } as const;
const deep = { ...query, style: "deepObject", explode: true } as const;
const anyTexts = { type: "object", additionalProperties: text };

/** The styles `spaceDelimited`, `pipeDelimited` and `deepObject`, which RFC 6570 does not have. */
export const delimitedVectors: readonly StyleVector[] = [
  // § 4.8.12.4.
  {
    shows: "spaceDelimited: a list",
    ...spaces,
    schema: texts,
    value: colors,
    written: "color=blue%20black%20brown",
  },
  {
    shows: "spaceDelimited: an object",
    ...spaces,
    schema: rgbSchema,
    value: rgb,
    written: "color=R%20100%20G%20200%20B%20150",
  },
  {
    shows: "pipeDelimited: a list",
    ...pipes,
    schema: texts,
    value: colors,
    written: "color=blue%7Cblack%7Cbrown",
  },
  {
    shows: "pipeDelimited: an object",
    ...pipes,
    schema: rgbSchema,
    value: rgb,
    written: "color=R%7C100%7CG%7C200%7CB%7C150",
  },
  {
    shows: "deepObject: an object",
    ...deep,
    schema: rgbSchema,
    value: rgb,
    written: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  },

  // n/a: where a style has nothing to delimit, and where nothing is joined, it is written as `form`, of which these are variants.
  ...(["spaceDelimited", "pipeDelimited"] as const).flatMap((style): StyleVector[] => [
    {
      shows: `${style}: a string is written as in form (n/a)`,
      ...query,
      style,
      explode: false,
      isUndefined: true,
      schema: text,
      value: "light blue|black",
      written: "color=light%20blue%7Cblack",
    },
    {
      shows: `${style}, exploded: a list is written as in form (n/a)`,
      ...query,
      style,
      explode: true,
      isUndefined: true,
      schema: texts,
      value: ["light blue", "black"],
      written: "color=light%20blue&color=black",
    },
    {
      shows: `${style}, exploded: an object is written as in form (n/a)`,
      ...query,
      style,
      explode: true,
      isUndefined: true,
      schema: rgbSchema,
      value: rgb,
      written: "R=100&G=200&B=150",
    },
  ]),
  {
    shows: "deepObject: a string is written as in form (n/a)",
    ...deep,
    isUndefined: true,
    schema: text,
    value: "blue",
    written: "color=blue",
  },
  {
    shows: "deepObject: a list is written as in form, exploded (n/a)",
    ...deep,
    isUndefined: true,
    schema: texts,
    value: colors,
    written: "color=blue&color=black&color=brown",
  },
  {
    shows: "deepObject without explode: an object is written as with it, for there is no other way (n/a)",
    ...deep,
    explode: false,
    isUndefined: true,
    schema: rgbSchema,
    value: rgb,
    written: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  },
  {
    shows: "deepObject without explode: a list is written as with it (n/a)",
    ...deep,
    explode: false,
    isUndefined: true,
    schema: texts,
    value: colors,
    written: "color=blue&color=black&color=brown",
  },

  // What is undefined, as in `form`.
  {
    shows: "spaceDelimited: an empty list",
    ...spaces,
    schema: texts,
    value: [],
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "pipeDelimited: null",
    ...pipes,
    schema: texts,
    value: null,
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "deepObject: an empty object",
    ...deep,
    schema: rgbSchema,
    value: {},
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "deepObject: an object with null and undefined in it",
    ...deep,
    schema: rgbSchema,
    value: { R: 100, G: null, B: undefined },
    written: "color%5BR%5D=100",
    readsBackAs: { R: 100 },
  },
  { shows: "pipeDelimited: integers", ...pipes, schema: integers, value: [1, 2], written: "color=1%7C2" },
  {
    shows: "spaceDelimited: a list of one",
    ...spaces,
    schema: texts,
    value: ["blue"],
    written: "color=blue",
  },
  {
    shows: "pipeDelimited: commas are no delimiters",
    ...pipes,
    schema: texts,
    value: ["a,b", "c"],
    written: "color=a%2Cb%7Cc",
  },

  // Appendix E: the delimiters themselves are encoded, so that they cannot be told from those inside of items.
  {
    shows: "spaceDelimited: spaces inside of items cannot be told from those between them",
    ...spaces,
    schema: texts,
    value: ["light blue", "black"],
    written: "color=light%20blue%20black",
    readsBackAs: ["light", "blue", "black"],
  },
  {
    shows: "pipeDelimited: pipes inside of items cannot be told from those between them",
    ...pipes,
    schema: texts,
    value: ["a|b", "c"],
    written: "color=a%7Cb%7Cc",
    readsBackAs: ["a", "b", "c"],
  },
  {
    shows: "pipeDelimited: spaces inside of items",
    ...pipes,
    schema: texts,
    value: ["light blue", "black"],
    written: "color=light%20blue%7Cblack",
  },
  {
    shows: "spaceDelimited: pipes inside of items",
    ...spaces,
    schema: texts,
    value: ["a|b", "c"],
    written: "color=a%7Cb%20c",
  },

  {
    shows: "deepObject: names and values that need encoding",
    ...deep,
    schema: anyTexts,
    value: { "a b": "c&d", "é=": "f]" },
    written: "color%5Ba%20b%5D=c%26d&color%5B%C3%A9%3D%5D=f%5D",
  },
  {
    shows: "deepObject: a name that needs encoding",
    ...deep,
    name: "my color",
    schema: rgbSchema,
    value: { R: 1 },
    written: "my%20color%5BR%5D=1",
  },
  {
    shows: "deepObject: booleans and numbers",
    ...deep,
    schema: { type: "object", properties: { a: { type: "boolean" }, b: { type: "number" } } },
    value: { a: false, b: 0.5 },
    written: "color%5Ba%5D=false&color%5Bb%5D=0.5",
  },
  {
    shows: "deepObject with allowReserved",
    ...deep,
    allowReserved: true,
    schema: anyTexts,
    value: { a: "b/c[d]" },
    written: "color%5Ba%5D=b/c%5Bd%5D",
  },
  // § 4.8.12.3 leaves these undefined; servers that take them agree to read them so.
  {
    shows: "deepObject: an object in an object",
    ...deep,
    isUndefined: true,
    schema: { type: "object", properties: { a: rgbSchema } },
    value: { a: { R: 1, G: 2 } },
    written: "color%5Ba%5D%5BR%5D=1&color%5Ba%5D%5BG%5D=2",
  },
  {
    shows: "deepObject: a list in an object",
    ...deep,
    isUndefined: true,
    schema: { type: "object", properties: { a: texts } },
    value: { a: ["b", "c"] },
    written: "color%5Ba%5D=b&color%5Ba%5D=c",
  },
];
