import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModel, emitSources } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import type { Plugin } from "vite";
import { withPlainNumbers } from "../plain-numbers.ts";

const description = "\0described:openapi";

/**
 * Has what runs in pages import the packages as they would be for this description: the client that is generated of it, and the
 * description itself, which the sandbox behaves as. For the description of this repository they are the ones in it.
 *
 * @param documentNow the description, whenever it is asked for.
 */
export function describedPackages(documentNow: () => object): Plugin {
  const client = fileURLToPath(new URL("src/", import.meta.resolve("@visitors-api/client/package.json")));
  const generated = join(client, "generated/");
  let of: object | undefined;
  let sources: ReadonlyMap<string, string> = new Map();
  const sourcesNow = (): ReadonlyMap<string, string> => {
    const now = documentNow();
    if (of !== now) sources = generate(now);
    of = now;
    return sources;
  };
  return {
    name: "described-packages",
    enforce: "pre",
    resolveId(id) {
      if (id === "@visitors-api/spec") return description;
      const [, entry] = /^@visitors-api\/client(\/.+|)$/.exec(id) ?? [];
      const path = entry === undefined ? undefined : clientEntries[entry];
      return path === undefined ? undefined : { id: join(client, path), moduleSideEffects: false };
    },
    load(id) {
      if (id === description) return `export default ${JSON.stringify(withPlainNumbers(documentNow()))};`;
      return id.startsWith(generated) ? sourcesNow().get(id.slice(generated.length)) : undefined;
    },
  };
}

/** The sources of what the client's package exports. */
const clientEntries: Readonly<Record<string, string>> = {
  "": "index.ts",
  "/schemas": "schemas.ts",
  "/validation": "validation/index.ts",
};

function generate(document: object): ReadonlyMap<string, string> {
  const read = readDescription(withPlainNumbers(document));
  return emitSources(read, buildModel(read), "../runtime/index.ts");
}
