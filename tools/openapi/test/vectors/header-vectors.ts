import { colors, integer, rgb, rgbSchema, type StyleVector, text, texts } from "./style-vector.ts";

const header = { place: "header", name: "X-Color", style: "simple", explode: false } as const;
const anyTexts = { type: "object", additionalProperties: text };

/**
 * Header parameters. Nothing in them is percent-encoded: their values mean what they say, as those of `ETag` do (Appendix D;
 * OpenAPI 3.2 § 4.12.6.1 makes it a rule). What they cannot hold is not sent at all.
 */
export const headerVectors: readonly StyleVector[] = [
  // § 4.8.12.4.
  { shows: "header: a string", ...header, schema: text, value: "blue", written: "blue" },
  { shows: "header: a list", ...header, schema: texts, value: colors, written: "blue,black,brown" },
  {
    shows: "header, exploded: a list",
    ...header,
    explode: true,
    schema: texts,
    value: colors,
    written: "blue,black,brown",
  },
  { shows: "header: an object", ...header, schema: rgbSchema, value: rgb, written: "R,100,G,200,B,150" },
  {
    shows: "header, exploded: an object",
    ...header,
    explode: true,
    schema: rgbSchema,
    value: rgb,
    written: "R=100,G=200,B=150",
  },
  { shows: "header: the empty string", ...header, schema: text, value: "", written: "" },

  { shows: "header: undefined", ...header, schema: text, value: undefined, written: undefined },
  { shows: "header: null", ...header, schema: text, value: null, written: undefined, readsBackAs: undefined },
  {
    shows: "header: an empty list",
    ...header,
    schema: texts,
    value: [],
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "header: an empty object",
    ...header,
    schema: rgbSchema,
    value: {},
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "header: a list with null in it",
    ...header,
    schema: texts,
    value: ["blue", null, "brown"],
    written: "blue,brown",
    readsBackAs: ["blue", "brown"],
  },
  {
    shows: "header, exploded: an object with null and undefined in it",
    ...header,
    explode: true,
    schema: rgbSchema,
    value: { R: 100, G: null, B: undefined },
    written: "R=100",
    readsBackAs: { R: 100 },
  },

  { shows: "header: an integer", ...header, schema: integer, value: 0, written: "0" },
  { shows: "header: false", ...header, schema: { type: "boolean" }, value: false, written: "false" },
  {
    shows: "header: nothing is encoded",
    ...header,
    schema: text,
    value: 'W/"a%20b"; q=0.5 (c) [d]',
    written: 'W/"a%20b"; q=0.5 (c) [d]',
  },
  {
    shows: "header: commas inside of items cannot be told from those between them",
    ...header,
    schema: texts,
    value: ["a,b", "c"],
    written: "a,b,c",
    readsBackAs: ["a", "b", "c"],
  },
  {
    shows: "header, exploded: equals signs in values of properties",
    ...header,
    explode: true,
    schema: anyTexts,
    value: { a: "b=c" },
    written: "a=b=c",
  },
  {
    shows: "header: an object in an object is JSON",
    ...header,
    explode: true,
    isUndefined: true,
    schema: { type: "object", properties: { a: { type: "object" } } },
    value: { a: { b: 1 } },
    written: 'a={"b":1}',
  },

  {
    shows: "content in a header: JSON",
    ...header,
    mediaType: "application/json",
    schema: rgbSchema,
    value: { R: 1 },
    written: '{"R":1}',
  },
  {
    shows: "content in a header: JSON of what ASCII does not have",
    ...header,
    mediaType: "application/json",
    schema: anyTexts,
    value: { a: "Zoë\n😀" },
    written: '{"a":"Zo\\u00eb\\n\\ud83d\\ude00"}',
  },
  {
    shows: "content in a header: a string of JSON",
    ...header,
    mediaType: "application/json",
    schema: text,
    value: "a",
    written: '"a"',
  },
  {
    shows: "content in a header: null is JSON",
    ...header,
    mediaType: "application/json",
    schema: { type: "null" },
    value: null,
    written: "null",
  },
  {
    shows: "content in a header: text",
    ...header,
    mediaType: "text/plain",
    schema: text,
    value: '"a,b"',
    written: '"a,b"',
  },
];
