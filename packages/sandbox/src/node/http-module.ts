/**
 * Node's HTTP server. Not imported: an import looks at every export of `node:http`, and with `WebSocket` among them loads all that
 * `fetch` is made of, which takes a fifth of the time that a sandbox needs to start.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
