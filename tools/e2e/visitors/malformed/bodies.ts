import { gzipSync } from "node:zlib";

/** A body of a request that is otherwise well formed, and the status that says what is wrong. */
export interface NastyBody {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** In place of those of a well-formed request; without the header when empty. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
}

const id = "660e73c36abd01bd27af623d";
const valid = JSON.stringify({ id, name: "Mallory" });
const mebibyte = 1024 * 1024;

const withAttribute = (json: string) => `{"id":"${id}","name":"Mallory","custom_attributes":{"a":${json}}}`;
const text = (...bytes: number[]) =>
  Buffer.concat([Buffer.from(`{"id":"${id}","name":"`), Buffer.from(bytes), Buffer.from('"}')]);

/** JSON that parsers disagree about, or stumble over. */
const json: readonly [name: string, body: string | Uint8Array][] = [
  ["nothing", ""],
  ["only space", " \r\n\t "],
  ["null", "null"],
  ["a list", `[${valid}]`],
  ["two documents", valid + valid],
  ["a trailing comma", `{"id":"${id}",}`],
  ["a comment", `{"id":"${id}"/* who */}`],
  ["single quotes", `{'id':'${id}'}`],
  ["NaN", withAttribute("NaN")],
  ["Infinity", withAttribute("-Infinity")],
  ["a number past the largest double", withAttribute("1e999")],
  ["a number past the smallest", withAttribute("-1e999")],
  ["40 digits where text is due", `{"id":${"1234567890".repeat(4)}}`],
  ["100,000 digits where text is due", `{"id":${"9".repeat(100_000)}}`],
  ["a hexadecimal number", withAttribute("0x10")],
  ["100,000 lists in each other", withAttribute("[".repeat(100_000) + "]".repeat(100_000))],
  ["500,000 lists that do not end", "[".repeat(500_000)],
  ["50,000 objects in each other", withAttribute(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`)],
  ["201 lists in each other", withAttribute("[".repeat(201) + "]".repeat(201))],
  ["the id below __proto__", `{"__proto__":{"id":"${id}","name":"Mallory"}}`],
  ["the id below constructor.prototype", `{"constructor":{"prototype":{"id":"${id}","name":"Mallory"}}}`],
  ["an object as an attribute called __proto__", `{"id":"${id}","custom_attributes":{"__proto__":{"a":1}}}`],
  ["an object as an attribute called constructor", `{"id":"${id}","custom_attributes":{"constructor":{}}}`],
  ["attributes whose prototype is set", `{"id":"${id}","custom_attributes":{"__proto__":null}}`],
  ["a property twice", `{"id":"nobody","id":"${id}","name":"Mallory"}`],
  ["a property twice, once escaped", `{"id":"nobody","\\u0069d":"${id}","name":"Mallory"}`],
  ["__proto__ twice", `{"id":"${id}","__proto__":1,"__proto__":2,"name":"Mallory"}`],
  ["an attribute twice", `{"id":"${id}","custom_attributes":{"a":1,"a":2}}`],
  ["a zero byte between the parts", `{"id":\0"${id}"}`],
  ["a zero byte in a text", `{"id":"${id}","name":"Mal\0lory"}`],
  ["a line break in a text", `{"id":"${id}","name":"Mal\nlory"}`],
  ["half of a surrogate pair", `{"id":"${id}","name":"\\ud800"}`],
  ["UTF-8 that ends too early", text(0xe2, 0x82)],
  ["UTF-8 with a continuation of nothing", text(0x80)],
  ["UTF-8 that is longer than it needs to be", text(0xc0, 0xaf)],
  ["UTF-8 with half of a surrogate pair", text(0xed, 0xa0, 0x80)],
  ["UTF-8 past the last character", text(0xf4, 0x90, 0x80, 0x80)],
  ["a byte order mark", `\u{feff}${valid}`],
  ["UTF-16", Buffer.from(`\u{feff}${valid}`, "utf16le")],
  ["UTF-16 without a byte order mark", Buffer.from(valid, "utf16le")],
  ["Latin-1", Buffer.from(`{"id":"${id}","name":"Zoë"}`, "latin1")],
];

/** Media types and codings that are not what is described. */
const types: readonly [name: string, type: string][] = [
  ["no media type", ""],
  ["plain text", "text/plain"],
  ["a form", "application/x-www-form-urlencoded"],
  ["a form in parts, without a boundary", "multipart/form-data"],
  ["something like JSON", "application/jsonx"],
  ["JSON as text", "text/json"],
  ["a type without a subtype", "application"],
  ["any type", "*/*"],
  ["two types", "application/json, text/plain"],
  ["a type of 10,000 characters", `application/${"x".repeat(10_000)}`],
  ["a type called __proto__", "__proto__"],
];

/** Bodies that are no JSON, or not what is described. */
export const nastyJson: readonly NastyBody[] = json.map(([name, body]) => ({ name, body, status: 400 }));

export const nastyBodies: readonly NastyBody[] = [
  ...nastyJson,
  ...types.map(([name, type]) => ({
    name,
    body: valid,
    headers: { "content-type": type },
    status: 415,
  })),
  {
    name: "a body in a coding that is not read",
    body: gzipSync(valid),
    headers: { "content-encoding": "gzip, compress" },
    status: 415,
  },
  {
    name: "a body that is not compressed as it says",
    body: valid,
    headers: { "content-encoding": "gzip" },
    status: 400,
  },
  {
    name: "a compressed body that breaks off",
    body: gzipSync(valid).subarray(0, -9),
    headers: { "content-encoding": "gzip" },
    status: 400,
  },
  {
    name: "a compressed body that is much larger than it looks",
    body: gzipSync(Buffer.alloc(8 * mebibyte, 0x20)),
    headers: { "content-encoding": "gzip" },
    status: 413,
  },
  { name: "one byte too many", body: withAttribute(`"${"x".repeat(mebibyte)}"`), status: 413 },
  { name: "eight mebibytes", body: Buffer.alloc(8 * mebibyte, 0x20), status: 413 },
];
