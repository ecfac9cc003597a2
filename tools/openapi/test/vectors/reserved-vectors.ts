import { reserved, type StyleVector, text, texts } from "./style-vector.ts";

const form = { place: "query", name: "color", style: "form", explode: true } as const;
const joined = { ...form, explode: false } as const;
const anyTexts = { type: "object", additionalProperties: text };

/**
 * Appendix C, and `allowReserved`. A query cannot hold `[`, `]` and `#`, and means something else by `&`, `=` and `+`; URL parsers
 * encode `'` (WHATWG URL § 1.3). All others stay.
 */
export const reservedVectors: readonly StyleVector[] = [
  {
    shows: "Appendix C: formulas, exploded",
    ...form,
    name: "formulas",
    schema: anyTexts,
    value: { a: "x+y", b: "x/y", c: "x^y" },
    written: "a=x%2By&b=x%2Fy&c=x%5Ey",
  },
  {
    shows: "Appendix C: words, joined",
    ...joined,
    name: "words",
    schema: texts,
    value: ["math", "is", "fun"],
    written: "words=math,is,fun",
  },
  {
    shows: "Appendix C: formulas with allowReserved",
    ...form,
    allowReserved: true,
    name: "formulas",
    schema: anyTexts,
    value: { a: "x+y", b: "x/y", c: "x^y" },
    written: "a=x%2By&b=x/y&c=x%5Ey",
  },
  {
    shows: "Appendix C: words that are separated by spaces",
    ...joined,
    style: "spaceDelimited",
    name: "words",
    schema: texts,
    value: ["math", "is", "fun"],
    written: "words=math%20is%20fun",
  },
  {
    shows: "allowReserved: all reserved characters",
    ...form,
    allowReserved: true,
    schema: text,
    value: reserved,
    written: "color=:/?%23%5B%5D@!$%26%27()*%2B,;%3D",
  },
  {
    shows: "allowReserved: percent-encoded triples stay, and other percent signs are encoded",
    ...form,
    allowReserved: true,
    schema: text,
    value: "a%20b 100% %zz",
    written: "color=a%20b%20100%25%20%25zz",
    readsBackAs: "a b 100% %zz",
  },
  {
    shows: "allowReserved: Unicode",
    ...form,
    allowReserved: true,
    schema: text,
    value: "ü/😀",
    written: "color=%C3%BC/%F0%9F%98%80",
  },
  {
    shows: "allowReserved, exploded: a list",
    ...form,
    allowReserved: true,
    schema: texts,
    value: ["a/b", "c,d"],
    written: "color=a/b&color=c,d",
  },
  {
    shows: "allowReserved, joined: commas inside of items cannot be told from those between them",
    ...joined,
    allowReserved: true,
    schema: texts,
    value: ["a/b", "c,d"],
    written: "color=a/b,c,d",
    readsBackAs: ["a/b", "c", "d"],
  },
  {
    shows: "allowReserved: names are encoded as ever",
    ...form,
    allowReserved: true,
    name: "a/b",
    schema: text,
    value: "c/d",
    written: "a%2Fb=c/d",
  },
];
