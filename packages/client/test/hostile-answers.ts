import { setImmediate as turn } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { delivery, type Misbehaviour } from "./hostile-server.ts";
import { note } from "./notes.ts";

/** An answer, and how a call must end that gets it. */
export interface HostileAnswer {
  readonly answer: Misbehaviour;
  readonly ends: "success" | "ApiError" | "ConnectionError" | "ResponseParseError" | "TimeoutError";
  /** The call's result, or some of its error's properties. */
  readonly with?: unknown;
}

type Bytes = string | Buffer;

const json = JSON.stringify(note);
const isJson = "Content-Type: application/json";
const html = "<!doctype html><title>Log in to the network</title>";

/** The head of an answer. */
export function head(status: string, ...fields: string[]): string {
  return [`HTTP/1.1 ${status}`, ...fields, "", ""].join("\r\n");
}

/** A whole answer, after which the server hangs up. */
export function whole(status: string, body: Bytes, ...fields: string[]): Misbehaviour {
  const text = head(status, `Content-Length: ${Buffer.byteLength(body)}`, "Connection: close", ...fields);
  return end(text, body);
}

/** Sends this and hangs up. */
export function end(...parts: Bytes[]): Misbehaviour {
  return (socket) => socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** Sends this, and nothing more on a connection that stays open. */
export function stall(...parts: Bytes[]): Misbehaviour {
  return (socket) => socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** Sends this and, when the client has read it, resets the connection. */
function reset(...parts: Bytes[]): Misbehaviour {
  return async (socket, request) => {
    stall(...parts)(socket, request);
    await delivery();
    socket.resetAndDestroy();
  };
}

/** Sends a byte at a time, for as long as somebody listens. */
function drip(start: string, bytes: string): Misbehaviour {
  return async (socket) => {
    socket.setNoDelay().write(start);
    for (const byte of bytes) {
      await turn();
      if (socket.destroyed) return;
      socket.write(byte);
    }
  };
}

/** Sends the same again and again, as fast as the client reads, for as long as it does. */
export function endless(start: string, piece: Bytes): Misbehaviour {
  return (socket) => {
    const write = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.write(start);
    socket.on("drain", write);
    write();
  };
}

const failed = { ends: "ConnectionError", with: { attempts: 1 } } as const;
const late = { ends: "TimeoutError", with: { attempts: 1 } } as const;
const succeeds = { ends: "success", with: note } as const;
const unreadable = (excerpt: string) =>
  ({ ends: "ResponseParseError", with: { status: 200, excerpt } }) as const;

/** By what is wrong with them. */
export const hostileAnswers: Readonly<Record<string, HostileAnswer>> = {
  "a reset instead of an answer": { answer: (socket) => socket.resetAndDestroy(), ...failed },
  "a reset in the status line": { answer: reset("HTTP/1.1 20"), ...failed },
  "a reset in the headers": { answer: reset(`HTTP/1.1 200 OK\r\n${isJson}\r\n`), ...failed },
  "a reset after the headers": { answer: reset(head("200 OK", isJson, "Content-Length: 9")), ...failed },
  "a reset in the body": { answer: reset(head("200 OK", "Content-Length: 9"), '{"a"'), ...failed },
  "a reset in the body of an error": {
    answer: reset(head("410 Gone", "Content-Length: 99"), '{"type"'),
    ends: "ApiError",
    with: { status: 410, body: undefined },
  },
  "a hang-up instead of an answer": { answer: end(), ...failed },
  "a hang-up in the status line": { answer: end("HTTP/1.1 20"), ...failed },
  "a hang-up in the headers": { answer: end(`HTTP/1.1 200 OK\r\n${isJson}\r\n`), ...failed },
  "a hang-up after the headers": { answer: end(head("200 OK", "Content-Length: 9")), ...failed },
  "a hang-up in the body": { answer: end(head("200 OK", "Content-Length: 99"), '{"type"'), ...failed },
  // Such a body ends where the connection does (RFC 9112 § 6.3), so that nobody can tell that there was more to come.
  "a hang-up in a body without a length": {
    answer: end(head("200 OK"), '{"type"'),
    ...unreadable('{"type"'),
  },

  "headers that come a byte at a time": { answer: drip("", head("200 OK", isJson)), ...late },
  "a body that comes a byte at a time": { answer: drip(head("200 OK"), json), ...late },
  "a body that comes slowly, but in time": {
    answer: drip(head("200 OK", `Content-Length: ${json.length}`, "Connection: close"), json),
    ...succeeds,
  },
  "headers that do not end": { answer: stall(`HTTP/1.1 200 OK\r\n${isJson}\r\n`), ...late },
  "a body that is shorter than its length": {
    answer: stall(head("200 OK", "Content-Length: 999"), json),
    ...late,
  },
  "a body that is longer than its length": {
    answer: end(head("200 OK", "Content-Length: 7", "Connection: close"), '{"a":1}{"b":2}'),
    ends: "success",
    with: { a: 1 },
  },
  "a length that cuts the body": {
    answer: end(head("200 OK", "Content-Length: 6", "Connection: close"), '{"a":1}'),
    ...unreadable('{"a":1'),
  },
  "a body whose end is that of the connection": { answer: end(head("200 OK"), json), ...succeeds },

  "chunks without an end": {
    answer: stall(head("200 OK", "Transfer-Encoding: chunked"), chunk(json)),
    ...late,
  },
  "chunks that the connection cuts": {
    answer: end(head("200 OK", "Transfer-Encoding: chunked"), chunk(json)),
    ...failed,
  },
  "a chunk whose length is none": {
    answer: stall(head("200 OK", "Transfer-Encoding: chunked"), `zz\r\n${json}\r\n0\r\n\r\n`),
    ...failed,
  },
  "a chunk that is longer than it says": {
    answer: stall(head("200 OK", "Transfer-Encoding: chunked"), `2\r\n${json}\r\n0\r\n\r\n`),
    ...failed,
  },

  "no HTTP": { answer: stall("SSH-2.0-OpenSSH_9.9\r\n"), ...failed },
  "only a body, as HTTP 0.9 had it": { answer: end(json), ...failed },
  "HTTP 1.0": { answer: end(`HTTP/1.0 200 OK\r\n${isJson}\r\n\r\n${json}`), ...succeeds },
  "HTTP 2": { answer: stall("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), ...failed },
  "a status of two digits": { answer: stall("HTTP/1.1 20 OK\r\n\r\n"), ...failed },
  "a status that nobody has defined": {
    answer: whole("999 Go away", ""),
    ends: "ApiError",
    with: { status: 999, body: undefined },
  },

  "informational answers before the answer": {
    answer: end(
      head("102 Processing"),
      head("103 Early Hints", "Link: </a.css>"),
      head("200 OK", "Connection: close"),
      json,
    ),
    ...succeeds,
  },
  // Node's fetch takes it for an error; RFC 9110 § 15.2 lets a client ignore it.
  "a 100 that nobody asked for": { answer: stall(head("100 Continue"), head("200 OK"), json), ...failed },
  "informational answers only": { answer: endless("", head("102 Processing").repeat(100)), ...late },
  "a switch of protocols that nobody asked for": {
    answer: stall(head("101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade")),
    ...failed,
  },

  "a 204 with a body": {
    answer: end(head("204 No Content", `Content-Length: ${json.length}`, "Connection: close"), json),
    ends: "success",
    with: undefined,
  },
  "a 205 with a body": {
    answer: whole("205 Reset Content", json),
    ends: "success",
    with: undefined,
  },
  "a 304": {
    answer: end(head("304 Not Modified", "Content-Length: 999", "Connection: close")),
    ends: "ApiError",
    with: { status: 304, body: undefined },
  },
  "a 300 that redirects nowhere": {
    answer: whole("300 Multiple Choices", ""),
    ends: "ApiError",
    with: { status: 300, body: undefined },
  },

  "two lengths that differ": {
    answer: stall(head("200 OK", "Content-Length: 2", `Content-Length: ${json.length}`), json),
    ...failed,
  },
  "a length that is none": { answer: stall(head("200 OK", "Content-Length: -1"), json), ...failed },
  "a length beside chunks": {
    answer: stall(head("200 OK", "Content-Length: 3", "Transfer-Encoding: chunked"), chunk(json), chunk("")),
    ...failed,
  },
  "two media types": {
    answer: whole("200 OK", json, "Content-Type: text/html", isJson),
    ...succeeds,
  },
  "a header without a name": { answer: stall(head("200 OK", ": value"), json), ...failed },
  "a NUL in a header": { answer: stall(head("200 OK", "X-Trace: a\0b"), json), ...failed },
  "a header of a megabyte": {
    answer: stall(head("200 OK", `X-Trace: ${"a".repeat(2 ** 20)}`), json),
    ...failed,
  },
  "headers without an end": {
    answer: endless("HTTP/1.1 200 OK\r\n", "X-Trace: a\r\n".repeat(1000)),
    ...failed,
  },

  "HTML with 200": { answer: whole("200 OK", html, "Content-Type: text/html"), ...unreadable(html) },
  "HTML with 502": {
    answer: whole("502 Bad Gateway", html, "Content-Type: text/html"),
    ends: "ApiError",
    with: { status: 502, body: html },
  },
  "JSON in UTF-16": {
    answer: whole("200 OK", Buffer.from('"a"', "utf16le"), isJson),
    ...unreadable('"\0a\0"\0'),
  },
  "bytes that are not UTF-8": {
    // The platform puts U+FFFD in their place (Encoding Standard § 4.1).
    answer: whole("200 OK", Buffer.from('{"name":"\xff\xfe"}', "latin1"), isJson),
    ends: "success",
    with: { name: "\ufffd\ufffd" },
  },
  "a byte order mark": { answer: whole("200 OK", `\ufeff${json}`, isJson), ...succeeds },

  "gzip that is cut short": {
    answer: whole("200 OK", gzipSync(json).subarray(0, -20), isJson, "Content-Encoding: gzip"),
    ends: "ResponseParseError",
    with: { status: 200 },
  },
  "gzip that is none": {
    answer: whole("200 OK", json, isJson, "Content-Encoding: gzip"),
    ...failed,
  },
  "an encoding that nobody knows": {
    answer: whole("200 OK", gzipSync(json), isJson, "Content-Encoding: x-secret"),
    ends: "ResponseParseError",
    with: { status: 200 },
  },
};

function chunk(body: string): string {
  return `${body.length.toString(16)}\r\n${body}\r\n`;
}
