// Served as its documentation shows. Arguments: the description, and the modules of @scalar/mock-server and @hono/node-server,
// which are installed elsewhere.
import { readFileSync } from "node:fs";

const [description = "", mockServer = "", nodeServer = ""] = process.argv.slice(2);
const { createMockServer } = await import(mockServer);
const { serve } = await import(nodeServer);

const app = await createMockServer({ document: JSON.parse(readFileSync(description, "utf8")) });
serve(
  { fetch: app.fetch, port: 0, hostname: "127.0.0.1" },
  /** @param {{ port: number }} address */
  ({ port }) => console.log(`http://127.0.0.1:${port}`),
);
