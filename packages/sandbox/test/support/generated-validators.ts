import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StandardSchema, ValidationIssue } from "@visitors-api/client/validation";
import { buildModel } from "@visitors-api/codegen";
import { type Direction, readDescription } from "@visitors-api/openapi";
import { onTestFinished } from "vitest";
// What the generator writes, before a formatter and a folder come into it; it is no part of what the package exports.
import { emitOperations } from "../../../../tools/codegen/src/emit/operations.ts";
import { emitSchemas } from "../../../../tools/codegen/src/emit/schemas.ts";

/** A description of nothing but schemas. */
export function schemaDocument(openapi: string, components: { readonly schemas: Record<string, unknown> }) {
  return { openapi, info: { title: "Schemas", version: "1" }, paths: {}, components };
}

type Generated = (name: string, direction: Direction) => (value: unknown) => readonly ValidationIssue[];

/** What the client's generator makes of the components of a description, as it is when one generates a client. */
export function validatorsOf(document: ReturnType<typeof schemaDocument>): Generated {
  const folder = mkdtempSync(join(tmpdir(), "generated-validators-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const description = readDescription(document);
  const model = buildModel(description);
  const validation = import.meta.resolve("@visitors-api/client/validation");
  const directed = `
    import * as v from ${JSON.stringify(validation)};
    import * as schemas from "./schemas.ts";
    export const directed = (name, direction) => v.inDirection(schemas[name], direction);`;
  const files = {
    "package.json": '{ "type": "module" }',
    "operations.ts": emitOperations(model, import.meta.resolve("@visitors-api/client")),
    "schemas.ts": emitSchemas(description, model, "@visitors-api/client", validation),
    "directed.ts": directed,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  // Not by Vite, which imports for tests: it would transform first what is generated.
  const module: { directed(name: string, direction: "input" | "output"): StandardSchema<unknown> } =
    createRequire(import.meta.url)(join(folder, "directed.ts"));
  return (name, direction) => {
    const { validate } = module.directed(name, direction === "request" ? "input" : "output")["~standard"];
    return (value) => validate(value).issues ?? [];
  };
}
