import {
  integer,
  integers,
  reserved,
  type StyleVector,
  text,
  texts,
  unicode,
  unreserved,
} from "./style-vector.ts";

const form = { place: "query", name: "color", style: "form", explode: true } as const;
const joined = { ...form, explode: false } as const;
const anyTexts = { type: "object", additionalProperties: text };

/** How a query is encoded, in the style `form`. */
export const queryEncodingVectors: readonly StyleVector[] = [
  // Percent-encoding (RFC 6570 § 3.2.1, Appendices C and E).
  {
    shows: "form: unreserved characters",
    ...form,
    schema: text,
    value: unreserved,
    written: "color=azAZ09-._~",
  },
  {
    shows: "form: reserved characters",
    ...form,
    schema: text,
    value: reserved,
    written: "color=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D",
  },
  {
    shows: "form: spaces, percent signs and what looks encoded",
    ...form,
    schema: text,
    value: "100% a%20b+c",
    written: "color=100%25%20a%2520b%2Bc",
  },
  {
    shows: "form: other characters",
    ...form,
    schema: text,
    value: '"<>\\^`{|}',
    written: "color=%22%3C%3E%5C%5E%60%7B%7C%7D",
  },
  {
    shows: "form: line breaks and tabs",
    ...form,
    schema: text,
    value: "a\r\n\tb",
    written: "color=a%0D%0A%09b",
  },
  {
    shows: "form: Unicode",
    ...form,
    schema: text,
    value: unicode,
    written: "color=gr%C3%B6%C3%9Fe%20%F0%9F%98%80",
  },
  {
    shows: "form: half of a surrogate pair, which has no encoding",
    ...form,
    schema: text,
    value: "a\uD83D",
    written: "color=a%EF%BF%BD",
    readsBackAs: "a\uFFFD",
  },
  {
    shows: "form, joined: commas inside of items",
    ...joined,
    schema: texts,
    value: ["a,b", "c"],
    written: "color=a%2Cb,c",
  },
  {
    shows: "form, exploded: commas inside of items",
    ...form,
    schema: texts,
    value: ["a,b", "c"],
    written: "color=a%2Cb&color=c",
  },
  {
    shows: "form, exploded: delimiters in names and values of properties",
    ...form,
    schema: anyTexts,
    value: { "a&b": "c=d", "e f": "g&h" },
    written: "a%26b=c%3Dd&e%20f=g%26h",
  },
  {
    shows: "form, joined: delimiters in names and values of properties",
    ...joined,
    schema: anyTexts,
    value: { "a,b": "c,d" },
    written: "color=a%2Cb,c%2Cd",
  },

  // Names that need encoding; the first is Appendix C's.
  {
    shows: "form: a name that is an emoji",
    ...form,
    name: "❤️",
    schema: text,
    value: "love!",
    written: "%E2%9D%A4%EF%B8%8F=love%21",
  },
  {
    shows: "form: a name with brackets",
    ...form,
    name: "filter[name]",
    schema: text,
    value: "n",
    written: "filter%5Bname%5D=n",
  },
  {
    shows: "form: a name with delimiters",
    ...form,
    name: "a&b=c+d 100%",
    schema: texts,
    value: ["1", "2"],
    written: "a%26b%3Dc%2Bd%20100%25=1&a%26b%3Dc%2Bd%20100%25=2",
  },
  {
    shows: "form: a name with a dollar sign",
    ...form,
    name: "$top",
    schema: integer,
    value: 1,
    written: "%24top=1",
  },

  // § 4.8.12.4 leaves values within values undefined. They are JSON, which is all that there is to say them in one text.
  {
    shows: "form, exploded: an object in an object is JSON",
    ...form,
    isUndefined: true,
    schema: { type: "object", properties: { a: { type: "object" } } },
    value: { a: { b: [1] } },
    written: "a=%7B%22b%22%3A%5B1%5D%7D",
  },
  {
    shows: "form, exploded: lists in a list are JSON",
    ...form,
    isUndefined: true,
    schema: { type: "array", items: integers },
    value: [[1, 2], [3]],
    written: "color=%5B1%2C2%5D&color=%5B3%5D",
  },
];
