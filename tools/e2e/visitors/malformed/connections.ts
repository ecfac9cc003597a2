/** What somebody sends who does not speak HTTP, or speaks it to deceive. */
export interface NastyConnection {
  readonly name: string;
  readonly parts: readonly (string | Uint8Array)[];
  /** What each response has to have, in order. */
  readonly statuses: readonly number[];
  /** Whether it says that no more will come; the server would have to wait for it otherwise. */
  readonly half?: boolean;
}

const id = "660e73c36abd01bd27af623d";
const harmful = JSON.stringify({ id, name: "Mallory" });
const harmless = JSON.stringify({ name: "Mallory" });

/** The lines of a request that would be in order with a body. */
function head(...lines: string[]): string {
  return [
    "PUT /visitors HTTP/1.1",
    "Host: sandbox",
    "Authorization: Bearer any",
    "Content-Type: application/json",
    ...lines,
    "",
    "",
  ].join("\r\n");
}

function request(body: string): string {
  return head(`Content-Length: ${Buffer.byteLength(body)}`) + body;
}

function chunked(...chunks: string[]): string {
  const framed = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  return head("Transfer-Encoding: chunked") + framed.join("");
}

/** A request with another first line; its body names nobody. */
function startingWith(line: string): string {
  return request(harmless).replace("PUT /visitors HTTP/1.1", () => line);
}

/** A request that changes the visitor: where another one hides it, no server may take it for a request of its own. */
export const hiddenRequest = request(harmful);

/** Two ways to say where the body ends. */
const lengths: readonly [name: string, ...lines: string[]][] = [
  ["a length and chunks", "Content-Length: 5", "Transfer-Encoding: chunked"],
  ["chunks and a length", "Transfer-Encoding: chunked", "Content-Length: 5"],
  ["two lengths", "Content-Length: 5", `Content-Length: ${5 + hiddenRequest.length}`],
  ["two lengths in one line", "Content-Length: 5, 6"],
  ["a length with a sign", "Content-Length: +5"],
  ["a length below zero", "Content-Length: -5"],
  ["a length in hexadecimal", "Content-Length: 0x5"],
  ["a length with a fraction", "Content-Length: 5.0"],
  ["no length", "Content-Length:"],
  ["a length past every number", `Content-Length: ${"9".repeat(40)}`],
  ["a coding that is almost chunked", "Transfer-Encoding: xchunked"],
  ["chunked, but not last", "Transfer-Encoding: chunked, identity"],
  ["chunked and something else", "Transfer-Encoding: chunked", "Transfer-Encoding: cow"],
  ["a space before the colon", "Transfer-Encoding : chunked"],
  ["a line that goes on in the next", "Transfer-Encoding:", " chunked", "Content-Length: 5"],
  ["a line break without its other half", "X-A: b\nTransfer-Encoding: chunked", "Content-Length: 5"],
  ["a carriage return in a value", "X-A: b\rTransfer-Encoding: chunked", "Content-Length: 5"],
  ["a zero byte in a value", "X-A: b\0c", "Content-Length: 5"],
  ["a zero byte in a name", "X-\0: b", "Content-Length: 5"],
  ["a line without a colon", "X-A", "Content-Length: 5"],
  ["a header without a name", ": b", "Content-Length: 5"],
];

/** First lines of requests. */
const lines: readonly [name: string, line: string, status: number][] = [
  ["a method that nobody knows", "CHANGE /visitors HTTP/1.1", 400],
  ["a method that is not described", "MKCOL /visitors HTTP/1.1", 405],
  ["TRACE", "TRACE /visitors HTTP/1.1", 405],
  ["a method in lower case", "put /visitors HTTP/1.1", 400],
  ["no method", "/visitors HTTP/1.1", 400],
  ["no version", "PUT /visitors", 400],
  ["a version to come", "PUT /visitors HTTP/9.9", 400],
  ["the second version in the words of the first", "PRI * HTTP/2.0", 400],
  ["another protocol", "PUT /visitors RTSP/1.0", 400],
  ["a space too many", "PUT  /visitors  HTTP/1.1", 400],
  ["a target with a space", "PUT /visi tors HTTP/1.1", 400],
  ["a target with a zero byte", "PUT /visitors\0 HTTP/1.1", 400],
  ["a target with a tab", "PUT /visi\ttors HTTP/1.1", 400],
  ["a target with bytes past ASCII", "PUT /visitors\xff\xfe HTTP/1.1", 400],
  ["a target that is a star", "PUT * HTTP/1.1", 404],
  ["a target that is an authority", "PUT sandbox:80 HTTP/1.1", 400],
  ["a target without a slash", "PUT visitors HTTP/1.1", 400],
  ["a whole URL, with a body that names nobody", "PUT http://sandbox/visitors HTTP/1.1", 400],
  ["a whole URL of another path", "PUT http://sandbox/ HTTP/1.1", 404],
  ["a whole URL with a user", "PUT http://a:b@sandbox/nothing HTTP/1.1", 404],
  ["a whole URL that cannot be one", "PUT http://[::1/visitors HTTP/1.1", 404],
  ["a URL of another scheme", "PUT file:///etc/passwd HTTP/1.1", 404],
  ["two slashes", "PUT //visitors HTTP/1.1", 404],
  ["a backslash", "PUT \\visitors HTTP/1.1", 400],
  ["a path that goes up", "PUT /../../etc/passwd HTTP/1.1", 404],
  ["a path that goes up in percent", "PUT /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404],
  ["a path that ends in a percent sign", "PUT /visitors% HTTP/1.1", 404],
  ["a path with percent nonsense", "PUT /%zz%u0041%-1 HTTP/1.1", 404],
  ["a path with a zero byte in percent", "PUT /visitors%00 HTTP/1.1", 404],
  ["a path with broken UTF-8 in percent", "PUT /%c0%af%ff HTTP/1.1", 404],
  ["a slash in percent", "PUT /%2fvisitors HTTP/1.1", 404],
  ["a letter in percent, which is the letter (RFC 3986 § 6.2.2.2)", "PUT /%76isitors HTTP/1.1", 400],
  ["a letter in upper case", "PUT /Visitors HTTP/1.1", 404],
  ["percent nonsense in a query", "PUT /visitors?%=%zz&&=&__proto__=1&%00 HTTP/1.1", 400],
  ["a sandbox's own path with percent nonsense", "GET /_sandbox/visitors/%zz HTTP/1.1", 404],
  ["a sandbox's own path that goes up", "PUT /_sandbox/../visitors HTTP/1.1", 400],
  ["a URL of 8,000 characters", `PUT /${"x".repeat(8000)} HTTP/1.1`, 404],
  ["a URL of 100,000 characters", `PUT /${"x".repeat(100_000)} HTTP/1.1`, 431],
];

const others: readonly NastyConnection[] = [
  {
    name: "a greeting in TLS",
    parts: [Uint8Array.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
    statuses: [400],
  },
  {
    name: "any bytes",
    parts: [Uint8Array.from({ length: 4096 }, (_, index) => (index * 167) % 256)],
    statuses: [400],
  },
  { name: "a tunnel", parts: ["CONNECT sandbox:443 HTTP/1.1\r\nHost: sandbox:443\r\n\r\n"], statuses: [400] },
  { name: "no host", parts: [request(harmful).replace("Host: sandbox\r\n", "")], statuses: [400] },
  { name: "two hosts", parts: [request(harmful).replace("Host", "Host: other\r\nHost")], statuses: [400] },
  {
    name: "an expectation of something else",
    parts: [head("Expect: a-miracle", "Content-Length: 0")],
    statuses: [417],
  },
  {
    name: "a change of protocol",
    parts: [head("Upgrade: h2c", "Connection: Upgrade", `Content-Length: ${harmless.length}`) + harmless],
    statuses: [400],
  },
  { name: "a header of 100,000 characters", parts: [head(`X-A: ${"x".repeat(100_000)}`)], statuses: [431] },
  {
    name: "10,000 headers",
    parts: [head(...Array.from({ length: 10_000 }, (_, index) => `X-${index}: 1`))],
    statuses: [431],
  },
  {
    name: "500 headers called __proto__",
    parts: [
      head(...Array.from({ length: 500 }, () => "__proto__: 1"), `Content-Length: ${harmless.length}`) +
        harmless,
    ],
    statuses: [400],
  },

  {
    name: "a body that is shorter than its length",
    parts: [head("Content-Length: 1000") + harmful],
    statuses: [400],
    half: true,
  },
  {
    name: "a body that is longer than its length",
    parts: [head("Content-Length: 5") + harmful],
    statuses: [400, 400],
  },
  {
    name: "a request behind a body that is too short",
    parts: [head("Content-Length: 2"), "{}", "{}", hiddenRequest],
    statuses: [400, 400],
  },
  {
    name: "a length of a terabyte",
    parts: [head("Content-Length: 1000000000000") + harmful],
    statuses: [413],
  },
  { name: "chunks without an end", parts: [chunked(harmful)], statuses: [400], half: true },
  {
    name: "a chunk that is shorter than it says",
    parts: [`${head("Transfer-Encoding: chunked")}ff\r\n${harmful}`],
    statuses: [400],
    half: true,
  },
  {
    name: "a chunk that is longer than it says",
    parts: [`${head("Transfer-Encoding: chunked")}2\r\n${harmful}\r\n0\r\n\r\n`],
    statuses: [400],
  },
  {
    name: "a chunk whose length is no number",
    parts: [`${head("Transfer-Encoding: chunked")}zz\r\n${harmful}\r\n0\r\n\r\n`],
    statuses: [400],
  },
  {
    name: "a chunk whose length is below zero",
    parts: [`${head("Transfer-Encoding: chunked")}-2\r\n{}\r\n0\r\n\r\n`],
    statuses: [400],
  },
  {
    name: "a chunk whose length no number holds",
    parts: [`${head("Transfer-Encoding: chunked")}${"f".repeat(20)}\r\n{}\r\n0\r\n\r\n`],
    statuses: [400],
  },
  {
    name: "a chunk with an extension of 100,000 characters",
    parts: [`${head("Transfer-Encoding: chunked")}2;a=${"x".repeat(100_000)}\r\n{}\r\n0\r\n\r\n`],
    statuses: [413],
  },
  {
    name: "chunks, and garbage behind them",
    parts: [chunked(harmless), "0\r\n\r\n", "garbage"],
    statuses: [400, 400],
  },
  {
    name: "chunks, and a request behind them that is garbage",
    parts: [chunked(harmless), "0\r\n\r\n", "PUT /visitors\r\n\r\n"],
    statuses: [400, 400],
  },
  {
    name: "chunks of a body that is too large",
    parts: [
      head("Transfer-Encoding: chunked"),
      ...Array.from({ length: 40 }, () => `10000\r\n${" ".repeat(0x1_0000)}\r\n`),
      "0\r\n\r\n",
    ],
    statuses: [413],
  },
  {
    name: "chunks of a body that is too large, without an end",
    parts: [
      head("Transfer-Encoding: chunked"),
      ...Array.from({ length: 40 }, () => `10000\r\n${" ".repeat(0x1_0000)}\r\n`),
    ],
    statuses: [413],
  },
  {
    name: "a trailer that would be another length",
    parts: [chunked(harmless), "0\r\nContent-Length: 5\r\n\r\n"],
    statuses: [400],
  },
  {
    name: "100 requests at once, all of which name nobody",
    parts: [request(harmless).repeat(100)],
    statuses: Array.from({ length: 100 }, () => 400),
  },
  {
    name: "a request that names nobody, and a greeting in TLS",
    parts: [request(harmless), Uint8Array.from([0x16, 3, 1])],
    statuses: [400, 400],
  },
];

export const nastyConnections: readonly NastyConnection[] = [
  ...lengths.map(([name, ...added]) => ({
    name,
    parts: [`${head(...added)}0\r\n\r\n${hiddenRequest}`],
    statuses: [400],
  })),
  ...lines.map(([name, line, status]) => ({ name, parts: [startingWith(line)], statuses: [status] })),
  ...others,
];
