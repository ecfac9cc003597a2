import { type SampleVector, vector } from "./vector.ts";

/** Strings by their lengths, formats and encodings. */
export const strings: readonly SampleVector[] = [
  vector("a string", "string", { type: "string" }),
  vector("minLength", "stringstri", { type: "string", minLength: 10 }),
  vector("maxLength", "str", { type: "string", maxLength: 3 }),
  vector("maxLength 0", "", { type: "string", maxLength: 0 }),
  vector("format date-time", "2024-04-04T09:32:51Z", { type: "string", format: "date-time" }),
  vector("format date", "2024-04-04", { type: "string", format: "date" }),
  vector("format time", "09:32:51Z", { type: "string", format: "time" }),
  vector("format duration", "P1D", { type: "string", format: "duration" }),
  vector("format email", "someone@example.com", { type: "string", format: "email" }),
  vector("format uuid", "00000000-0000-4000-8000-000000000001", { type: "string", format: "uuid" }),
  vector("format uri", "https://example.com/", { type: "string", format: "uri" }),
  vector("format uri-reference", "/path", { type: "string", format: "uri-reference" }),
  vector("format hostname", "example.com", { type: "string", format: "hostname" }),
  vector("format ipv4", "192.0.2.1", { type: "string", format: "ipv4" }),
  vector("format ipv6", "2001:db8::1", { type: "string", format: "ipv6" }),
  vector("format json-pointer", "/name", { type: "string", format: "json-pointer" }),
  vector("format regex", "^[a-z]+$", { type: "string", format: "regex" }),
  vector("format byte", "c3RyaW5n", { type: "string", format: "byte" }),
  vector("format password", "password", { type: "string", format: "password" }),
  vector("an unknown format", "string", { type: "string", format: "colour" }),
  vector("contentEncoding", "c3RyaW5n", {
    type: "string",
    contentEncoding: "base64",
    contentMediaType: "image/png",
  }),
  vector("a format too long for maxLength", "strin", { type: "string", format: "email", maxLength: 5 }),
  vector("a format that is not what a pattern says", "s3://", {
    type: "string",
    format: "uri",
    pattern: "^s3://",
  }),
];
