import { colors, integer, rgb, rgbSchema, type StyleVector, text, texts } from "./style-vector.ts";

const cookie = { place: "cookie", name: "color", style: "form", explode: true } as const;
const joined = { ...cookie, explode: false } as const;

/**
 * Cookies, in the style `form`. Appendix D calls several pairs of it incorrect, for `&` separates nothing in a cookie: each is a cookie of
 * its own (RFC 6265 § 4.2.1). Values are percent-encoded, because a cookie cannot hold spaces, commas, semicolons or quotes
 * (RFC 6265 § 4.1.1); only the commas between parts are not.
 */
export const cookieVectors: readonly StyleVector[] = [
  // § 4.8.12.4.
  { shows: "cookie, exploded: a string", ...cookie, schema: text, value: "blue", written: "color=blue" },
  { shows: "cookie, joined: a string", ...joined, schema: text, value: "blue", written: "color=blue" },
  {
    shows: "cookie, exploded: a list",
    ...cookie,
    schema: texts,
    value: colors,
    written: "color=blue; color=black; color=brown",
  },
  {
    shows: "cookie, joined: a list",
    ...joined,
    schema: texts,
    value: colors,
    written: "color=blue,black,brown",
  },
  {
    shows: "cookie, exploded: an object",
    ...cookie,
    schema: rgbSchema,
    value: rgb,
    written: "R=100; G=200; B=150",
  },
  {
    shows: "cookie, joined: an object",
    ...joined,
    schema: rgbSchema,
    value: rgb,
    written: "color=R,100,G,200,B,150",
  },
  { shows: "cookie: the empty string", ...cookie, schema: text, value: "", written: "color=" },

  { shows: "cookie: undefined", ...cookie, schema: text, value: undefined, written: undefined },
  { shows: "cookie: null", ...cookie, schema: text, value: null, written: undefined, readsBackAs: undefined },
  {
    shows: "cookie: an empty list",
    ...joined,
    schema: texts,
    value: [],
    written: undefined,
    readsBackAs: undefined,
  },

  { shows: "cookie: an integer", ...cookie, schema: integer, value: 7, written: "color=7" },
  {
    shows: "cookie: what a cookie cannot hold",
    ...cookie,
    schema: text,
    value: 'a b,c;d"e\\f=g&h',
    written: "color=a%20b%2Cc%3Bd%22e%5Cf%3Dg%26h",
  },
  {
    shows: "cookie: Unicode and percent signs",
    ...cookie,
    schema: text,
    value: "100% ü",
    written: "color=100%25%20%C3%BC",
  },
  {
    shows: "cookie, joined: commas inside of items",
    ...joined,
    schema: texts,
    value: ["a,b", "c"],
    written: "color=a%2Cb,c",
  },
  {
    shows: "cookie: a name that needs encoding",
    ...cookie,
    name: "my color",
    schema: text,
    value: "blue",
    written: "my%20color=blue",
  },
  {
    shows: "content in a cookie: JSON",
    ...cookie,
    mediaType: "application/json",
    schema: rgbSchema,
    value: { R: 1 },
    written: "color=%7B%22R%22%3A1%7D",
  },
  {
    shows: "content in a cookie: text",
    ...cookie,
    mediaType: "text/plain",
    schema: text,
    value: "a;b",
    written: "color=a%3Bb",
  },
];
