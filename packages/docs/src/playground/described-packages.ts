import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildModel,
  type Description as CodegenDescription,
  emitSources,
  normalize,
} from "@visitors-api/codegen";
import type { Plugin } from "esbuild";
import type { Description } from "../description.ts";

/**
 * Has a bundle import the packages as they would be for this description: the client that is generated of it, and the
 * description itself, which the sandbox behaves as. For the description of this repository they are the ones in it.
 */
export function describedPackages(description: Description): Plugin {
  const client = fileURLToPath(new URL("src/", import.meta.resolve("@visitors-api/client/package.json")));
  return {
    name: "described-packages",
    setup({ onResolve, onLoad }) {
      const generated = generate(description);
      onResolve({ filter: /^@visitors-api\/client(\/|$)/ }, ({ path }) => {
        const entry = clientEntries[path.slice("@visitors-api/client".length)];
        return entry === undefined ? undefined : { path: join(client, entry), sideEffects: false };
      });
      onResolve({ filter: /^@visitors-api\/spec$/ }, () => ({
        path: "openapi.json",
        namespace: "description",
      }));
      onLoad({ filter: /.*/, namespace: "description" }, () => {
        return { contents: JSON.stringify(description), loader: "json" };
      });
      onLoad({ filter: /[\\/]generated[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(join(client, "generated"))) return undefined;
        const name = path.slice(join(client, "generated").length + 1);
        return { contents: generated.get(name) ?? (await readFile(path, "utf8")), loader: "ts" };
      });
    },
  };
}

/** The sources of what the client's package exports. */
const clientEntries: Readonly<Record<string, string>> = {
  "": "index.ts",
  "/schemas": "schemas.ts",
  "/validation": "validation/index.ts",
};

function generate(original: Description): ReadonlyMap<string, string> {
  // The generator's type names what it reads of a description, and it takes whatever lacks there to be left out.
  const { description } = normalize(original as CodegenDescription);
  return emitSources(description, buildModel(description), "../runtime/index.ts");
}
