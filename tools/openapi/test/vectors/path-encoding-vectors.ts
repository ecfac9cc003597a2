import { reserved, rgbSchema, type StyleVector, text, texts, unicode, unreserved } from "./style-vector.ts";

const simple = { place: "path", name: "color", style: "simple", explode: false } as const;
const label = { ...simple, style: "label" } as const;
const matrix = { ...simple, style: "matrix" } as const;
const explode = true;
const anyTexts = { type: "object", additionalProperties: text };

/** How a path is encoded. */
export const pathEncodingVectors: readonly StyleVector[] = [
  {
    shows: "simple: unreserved characters",
    ...simple,
    schema: text,
    value: unreserved,
    written: "azAZ09-._~",
  },
  {
    shows: "simple: reserved characters",
    ...simple,
    schema: text,
    value: reserved,
    written: "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D",
  },
  {
    shows: "simple: spaces, percent signs and what looks encoded",
    ...simple,
    schema: text,
    value: "100% a%2Fb %2e%2e",
    written: "100%25%20a%252Fb%20%252e%252e",
  },
  {
    shows: "simple: dots that look encoded",
    ...simple,
    schema: text,
    value: "%2e%2E",
    written: "%252e%252E",
  },
  {
    shows: "simple: Unicode",
    ...simple,
    schema: text,
    value: unicode,
    written: "gr%C3%B6%C3%9Fe%20%F0%9F%98%80",
  },
  {
    shows: "simple: a backslash, which URL parsers take for a slash",
    ...simple,
    schema: text,
    value: "a\\b",
    written: "a%5Cb",
  },
  {
    shows: "simple: commas inside of items",
    ...simple,
    schema: texts,
    value: ["a,b", "c"],
    written: "a%2Cb,c",
  },
  {
    shows: "simple, exploded: delimiters in names and values of properties",
    ...simple,
    explode,
    schema: anyTexts,
    value: { "a=b": "c=d,e" },
    written: "a%3Db=c%3Dd%2Ce",
  },
  {
    shows: "label, exploded: dots inside of items cannot be told from those between them",
    ...label,
    explode,
    schema: texts,
    value: ["a.b", "c"],
    written: ".a.b.c",
    readsBackAs: ["a", "b", "c"],
  },
  { shows: "label: dots inside of items", ...label, schema: texts, value: ["a.b", "c"], written: ".a.b,c" },
  {
    shows: "matrix: delimiters inside of items",
    ...matrix,
    explode,
    schema: texts,
    value: ["a;b", "c=d"],
    written: ";color=a%3Bb;color=c%3Dd",
  },
  {
    shows: "matrix: a name that needs encoding",
    ...matrix,
    name: "my;color",
    schema: text,
    value: "blue",
    written: ";my%3Bcolor=blue",
  },

  // `content`: a document, percent-encoded as a whole.
  {
    shows: "content in a path: JSON",
    ...simple,
    mediaType: "application/json",
    schema: rgbSchema,
    value: { R: 1 },
    written: "%7B%22R%22%3A1%7D",
  },
  {
    shows: "content in a path: text",
    ...simple,
    mediaType: "text/plain",
    schema: text,
    value: "a/b",
    written: "a%2Fb",
  },
];
