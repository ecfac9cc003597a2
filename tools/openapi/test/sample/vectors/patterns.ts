import { type SampleVector, vector } from "./vector.ts";

/** Strings by patterns. */
export const patterns: readonly SampleVector[] = [
  vector("lengths in characters, not in UTF-16", "😀😀😀", {
    type: "string",
    pattern: "^\\p{Emoji_Presentation}+$",
    minLength: 3,
    maxLength: 3,
  }),
  vector("a literal pattern", "abc", { type: "string", pattern: "^abc$" }),
  vector("a pattern without anchors and minLength", "012strin", {
    type: "string",
    pattern: "[0-9]{3}",
    minLength: 8,
  }),
  vector("classes and counts", "AB0123", { type: "string", pattern: "^[A-Z]{2}\\d{4}$" }),
  vector("a hexadecimal id", "abcdef0123456789abcdef01", { type: "string", pattern: "^[0-9a-f]{24}$" }),
  vector("a negated class", "0123", { type: "string", pattern: "^[^a-z]+$", minLength: 4 }),
  vector("escapes", "0aa! a.\\", { type: "string", pattern: "^\\d\\D\\w\\W\\s\\S\\.\\\\$" }),
  vector("alternatives", "red-light", { type: "string", pattern: "^(?:red|green)-(light|dark)$" }),
  vector("an optional group, needed for minLength", "ab-0123", {
    type: "string",
    pattern: "^ab(-[0-9]{4})?$",
    minLength: 5,
  }),
  vector("alternatives, the second long enough", "bcdef", {
    type: "string",
    pattern: "^(a|bcdef)$",
    minLength: 3,
  }),
  vector("an open count and minLength", "stringstringstringstringstring", {
    type: "string",
    pattern: "^[a-z]{2,}$",
    minLength: 30,
  }),
  vector("a count and maxLength", "xy", { type: "string", pattern: "^x{1,50}y*$", maxLength: 2 }),
  vector("lazy counts", "abb", { type: "string", pattern: "^a+?b{2,3}?$" }),
  vector("looking ahead", "a0A!b1B-", {
    type: "string",
    pattern: "^(?=.*[A-Z])(?=.*[a-z])(?=.*\\d)(?=.*[!@#$%]).{8,64}$",
  }),
  vector("looking ahead for a text", "ahttp://aa", {
    type: "string",
    pattern: "^(?=[\\s\\S]*https?://\\S+)[\\s\\S]+$",
  }),
  vector("looking ahead for what must not be", "abcdef", { type: "string", pattern: "^(?!string)[a-z]{6}$" }),
  vector("looking behind", "az", { type: "string", pattern: "^\\w+(?<=z)$" }),
  vector("a repeated group", "a0a", { type: "string", pattern: "^(\\w)\\d\\1$" }),
  vector("a repeated named group", '"a"', { type: "string", pattern: "^(?<mark>[\"'])[a-z]*\\k<mark>$" }),
  vector("a class of Unicode", "Aa", { type: "string", pattern: "^\\p{Lu}\\p{L}*$" }),
  vector("characters by number", "中一😀", { type: "string", pattern: "^[\\u4e00-\\u9fa5]{2}\\u{1f600}$" }),
  vector("word boundaries", "pet", { type: "string", pattern: "\\bpet\\b" }),
  vector("a version", "0.0.0", {
    type: "string",
    pattern:
      "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$",
  }),
  vector("an address as a pattern", "a@a.ab", {
    type: "string",
    pattern: "^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$",
  }),
  vector("a telephone number", "+10123456", {
    type: "string",
    pattern: "^\\+?[1-9]\\d{1,14}$",
    minLength: 9,
  }),
  vector("an ARN", "arn:awsa:iam::012345678901:rolea", {
    type: "string",
    pattern: "^arn:aws[a-zA-Z-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$",
  }),
  vector("two patterns", "xyz", {
    allOf: [{ type: "string", pattern: "^[a-z]+$" }, { pattern: "^.{3}$" }, { pattern: "z$" }],
  }),
  vector("not a pattern", "2string", { type: "string", not: { pattern: "^s" } }),
];

/** Patterns that JSON Schema has none of: others refuse them. */
export const foreignPatterns: readonly SampleVector[] = [
  vector("a pattern written for less than Unicode", "012-01", {
    type: "string",
    pattern: "^\\d{3}\\-\\d{2}$",
  }),
  vector("a pattern that is none of JavaScript", "string", { type: "string", pattern: "(?i)^abc" }),
];
