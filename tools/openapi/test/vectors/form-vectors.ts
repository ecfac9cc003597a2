import { colors, integer, integers, rgb, rgbSchema, type StyleVector, text, texts } from "./style-vector.ts";

const form = { place: "query", name: "color", style: "form", explode: true } as const;
const joined = { ...form, explode: false } as const;
const anyTexts = { type: "object", additionalProperties: text };

/** Values of a query in the style `form`, the usual one. */
export const formVectors: readonly StyleVector[] = [
  // § 4.8.12.4.
  { shows: "form, exploded: a string", ...form, schema: text, value: "blue", written: "color=blue" },
  { shows: "form, joined: a string", ...joined, schema: text, value: "blue", written: "color=blue" },
  {
    shows: "form, exploded: a list",
    ...form,
    schema: texts,
    value: colors,
    written: "color=blue&color=black&color=brown",
  },
  {
    shows: "form, joined: a list",
    ...joined,
    schema: texts,
    value: colors,
    written: "color=blue,black,brown",
  },
  {
    shows: "form, exploded: an object",
    ...form,
    schema: rgbSchema,
    value: rgb,
    written: "R=100&G=200&B=150",
  },
  {
    shows: "form, joined: an object",
    ...joined,
    schema: rgbSchema,
    value: rgb,
    written: "color=R,100,G,200,B,150",
  },

  // The table's column `undefined` has what RFC 6570 § 3.2.8 gives for the empty string. What is undefined is left out (§ 3.2.1 of
  // it, and Appendix C), and so are null, an empty list and an empty object (§ 2.3 of it).
  { shows: "form, exploded: the empty string", ...form, schema: text, value: "", written: "color=" },
  { shows: "form, joined: the empty string", ...joined, schema: text, value: "", written: "color=" },
  { shows: "form: undefined", ...form, schema: text, value: undefined, written: undefined },
  { shows: "form: null", ...form, schema: text, value: null, written: undefined, readsBackAs: undefined },
  {
    shows: "form, exploded: an empty list",
    ...form,
    schema: texts,
    value: [],
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "form, joined: an empty list",
    ...joined,
    schema: texts,
    value: [],
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "form, exploded: an empty object",
    ...form,
    schema: rgbSchema,
    value: {},
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "form, joined: an empty object",
    ...joined,
    schema: rgbSchema,
    value: {},
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "form, exploded: a list with null in it",
    ...form,
    schema: texts,
    value: ["blue", null, "brown"],
    written: "color=blue&color=brown",
    readsBackAs: ["blue", "brown"],
  },
  {
    shows: "form, joined: a list with null and undefined in it",
    ...joined,
    schema: texts,
    value: ["blue", null, undefined, "brown"],
    written: "color=blue,brown",
    readsBackAs: ["blue", "brown"],
  },
  {
    shows: "form, exploded: an object with null and undefined in it",
    ...form,
    schema: rgbSchema,
    value: { R: 100, G: null, B: undefined },
    written: "R=100",
    readsBackAs: { R: 100 },
  },
  {
    shows: "form, joined: an object with null and undefined in it",
    ...joined,
    schema: rgbSchema,
    value: { R: 100, G: null, B: undefined },
    written: "color=R,100",
    readsBackAs: { R: 100 },
  },
  {
    shows: "form, joined: a list of nothing but null is an empty one",
    ...joined,
    schema: texts,
    value: [null],
    written: undefined,
    readsBackAs: undefined,
  },
  {
    shows: "form, exploded: a list of one",
    ...form,
    schema: texts,
    value: ["blue"],
    written: "color=blue",
  },
  {
    shows: "form, exploded: a list of empty strings",
    ...form,
    schema: texts,
    value: ["", ""],
    written: "color=&color=",
  },
  {
    shows: "form, joined: a list of empty strings",
    ...joined,
    schema: texts,
    value: ["", ""],
    written: "color=,",
  },
  {
    shows: "form, joined: a list of one empty string reads as the empty list that an empty text is",
    ...joined,
    schema: texts,
    value: [""],
    written: "color=",
    readsBackAs: [],
  },
  {
    shows: "form, exploded: an object with an empty string in it",
    ...form,
    schema: anyTexts,
    value: { a: "" },
    written: "a=",
  },

  // § 4.8.12.2.1.
  {
    shows: "allowEmptyValue: an empty value stands for a parameter that is not used",
    ...form,
    allowEmptyValue: true,
    schema: integer,
    value: "",
    written: "color=",
    readsBackAs: undefined,
  },

  // Appendix B leaves open how other types are text; this is how JSON writes them.
  { shows: "form: true", ...form, schema: { type: "boolean" }, value: true, written: "color=true" },
  { shows: "form: false", ...form, schema: { type: "boolean" }, value: false, written: "color=false" },
  { shows: "form: zero", ...form, schema: integer, value: 0, written: "color=0" },
  { shows: "form: a number", ...form, schema: { type: "number" }, value: -1.5, written: "color=-1.5" },
  {
    shows: "form: a number with an exponent",
    ...form,
    schema: { type: "number" },
    value: 1e21,
    written: "color=1e%2B21",
  },
  { shows: "form: integers", ...joined, schema: integers, value: [1, -2], written: "color=1,-2" },
  {
    shows: "form: a list of booleans",
    ...form,
    schema: { type: "array", items: { type: "boolean" } },
    value: [true, false],
    written: "color=true&color=false",
  },
];
