import { join } from "node:path";
import { longestAnswer } from "../description/call.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { packageFile } from "../harness/packages.ts";
import { mockServerModule, nodeServerModule } from "./scalar-modules.ts";
import type { Server } from "./server.ts";

const script = (name: string) => join(import.meta.dirname, "scripts", `${name}.mjs`);

/** What cannot be had for less on this platform: Node's `http`, and JSON both ways. */
export const bareHandler: Server = {
  name: "bare node:http",
  does: "parses the body",
  command: () => [script("bare-handler"), longestAnswer(readOwnDescription())],
};

export const scalarMockServer: Server = {
  name: "@scalar/mock-server",
  package: "@scalar/mock-server",
  does: "validates, answers the example",
  command: () => [script("scalar-mock-server"), ownDescriptionFile, mockServerModule(), nodeServerModule()],
};

export const sandbox: Server = {
  name: "@visitors-api/sandbox",
  package: "@visitors-api/sandbox",
  does: "validates, updates in memory",
  command: () => [script("sandbox")],
  start: () => [packageFile("@visitors-api/sandbox", "dist/node/main.js"), "--port", "0"],
};

export const sandboxWithFile: Server = {
  name: "file-backed @visitors-api/sandbox",
  package: "@visitors-api/sandbox",
  does: "validates, updates in SQLite",
  command: (folder) => [script("sandbox"), join(folder, "kept.db")],
  start: (folder) => [
    packageFile("@visitors-api/sandbox", "dist/node/main.js"),
    ...["--port", "0", "--data", join(folder, "kept.db")],
  ],
};

/** In the order of the tables. */
export const servers: readonly Server[] = [bareHandler, scalarMockServer, sandbox, sandboxWithFile];
