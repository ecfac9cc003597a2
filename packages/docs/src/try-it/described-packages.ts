import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModel, emitSources } from "@visitors-api/codegen";
import { type Description, readDescription } from "@visitors-api/openapi";
import type { Plugin } from "vite";
import api from "../../../../spec/api.json" with { type: "json" };
import { withPlainNumbers } from "../plain-numbers.ts";

const description = "\0described:openapi";
const reading = "\0described:reading";

/**
 * Has what runs in pages import the packages as they would be for this description: the client that is generated of it, and the
 * description itself, which the sandbox behaves as. For the description of this repository they are the ones in it. The description
 * has been read when the site is built, so that no page has to bring along what reads it.
 *
 * @param documentNow the description, whenever it is asked for.
 */
export function describedPackages(documentNow: () => object): Plugin {
  const client = sourcesOf("@visitors-api/client");
  const sandbox = sourcesOf("@visitors-api/sandbox");
  const sandboxEntry = [`${api.name}/index.ts`, "index.ts"]
    .map((path) => join(sandbox, path))
    .find(existsSync);
  const generated = join(client, "generated/");
  let known: { document: object; read: Description; sources: ReadonlyMap<string, string> } | undefined;
  const now = () => {
    const document = documentNow();
    if (known?.document !== document) {
      const read = readDescription(withPlainNumbers(document));
      known = { document, read, sources: generate(read) };
    }
    return known;
  };
  return {
    name: "described-packages",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    // A filter is asked in Rolldown itself, which calls what has none for each of some thousand imports.
    resolveId: {
      filter: { id: /^@visitors-api\// },
      handler(id, importer) {
        if (id === "@visitors-api/spec") return description;
        if (id === "@visitors-api/sandbox" && sandboxEntry)
          return { id: sandboxEntry, moduleSideEffects: false };
        if (id === "@visitors-api/openapi" && importer?.startsWith(sandbox)) return reading;
        const [, entry] = /^@visitors-api\/client(\/.+|)$/.exec(id) ?? [];
        const path = entry === undefined ? undefined : clientEntries[entry];
        return path === undefined ? undefined : { id: join(client, path), moduleSideEffects: false };
      },
    },
    load: {
      filter: { id: /described:|\/generated\// },
      handler(id) {
        if (id === description) return `export default ${JSON.stringify(now().read)};`;
        if (id === reading) {
          const whole = JSON.stringify(fileURLToPath(import.meta.resolve("@visitors-api/openapi")));
          return `export * from ${whole};\nexport const readDescription = (read) => read;`;
        }
        return id.startsWith(generated) ? now().sources.get(id.slice(generated.length)) : undefined;
      },
    },
  };
}

/** The sources of what the client's package exports. */
const clientEntries: Readonly<Record<string, string>> = {
  "": "index.ts",
  "/schemas": "schemas.ts",
  "/validation": "validation/index.ts",
};

function sourcesOf(name: string): string {
  return fileURLToPath(new URL("src/", import.meta.resolve(`${name}/package.json`)));
}

function generate(read: Description): ReadonlyMap<string, string> {
  return emitSources(read, buildModel(read), "../runtime/index.ts");
}
