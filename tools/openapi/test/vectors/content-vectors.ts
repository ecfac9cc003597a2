import { integer, rgb, rgbSchema, type StyleVector, text } from "./style-vector.ts";

const json = {
  place: "query",
  name: "color",
  style: "form",
  explode: true,
  mediaType: "application/json",
} as const;

/** `content` in a query (§ 4.8.12.2.3): a document, percent-encoded as a whole. Of JSON, null is a value. */
export const contentVectors: readonly StyleVector[] = [
  // § 4.8.12.5.
  {
    shows: "content: the coordinates of the specification's example",
    ...json,
    name: "coordinates",
    schema: {
      type: "object",
      required: ["lat", "long"],
      properties: { lat: { type: "number" }, long: { type: "number" } },
    },
    value: { lat: 48.85, long: 2.35 },
    written: "coordinates=%7B%22lat%22%3A48.85%2C%22long%22%3A2.35%7D",
  },
  {
    shows: "content: an object of JSON",
    ...json,
    schema: rgbSchema,
    value: rgb,
    written: "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
  },
  {
    shows: "content: a list of JSON",
    ...json,
    schema: { type: "array" },
    value: [1, "a", null],
    written: "color=%5B1%2C%22a%22%2Cnull%5D",
  },
  {
    shows: "content: an empty list of JSON",
    ...json,
    schema: { type: "array" },
    value: [],
    written: "color=%5B%5D",
  },
  {
    shows: "content: an empty object of JSON",
    ...json,
    schema: { type: "object" },
    value: {},
    written: "color=%7B%7D",
  },
  { shows: "content: a string of JSON", ...json, schema: text, value: "blue", written: "color=%22blue%22" },
  { shows: "content: a number of JSON", ...json, schema: integer, value: 1, written: "color=1" },
  { shows: "content: null is JSON", ...json, schema: { type: "null" }, value: null, written: "color=null" },
  { shows: "content: undefined is not", ...json, schema: text, value: undefined, written: undefined },
  {
    shows: "content: what needs encoding",
    ...json,
    schema: text,
    value: "é&=+",
    written: "color=%22%C3%A9%26%3D%2B%22",
  },
  {
    shows: "content: a media type with the suffix +json",
    ...json,
    mediaType: "application/vnd.api+json",
    schema: { type: "array" },
    value: [],
    written: "color=%5B%5D",
  },
  {
    shows: "content: text",
    ...json,
    mediaType: "text/plain",
    schema: text,
    value: "a b/c",
    written: "color=a%20b%2Fc",
  },
];
