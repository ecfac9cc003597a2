// Reads a body, parses it, and answers JSON of the size that the API answers. It looks at nothing.
// Arguments: the answer, which the body's properties go into.
import { createServer } from "node:http";

const example = JSON.parse(process.argv[2] ?? "{}");

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const text = JSON.stringify({ ...example, ...body });
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`http://127.0.0.1:${address?.port}`);
});
