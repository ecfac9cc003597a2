import { join } from "node:path";
import { buildModel } from "@visitors-api/codegen";
import { api } from "@visitors-api/release/api";
import type { Adoption } from "./adoption.ts";
import { apiOf } from "./api.ts";
import type { Arguments } from "./arguments.ts";
import { bringDescription } from "./description.ts";
import { makeClient } from "./generate-client.ts";
import { lint, refusal } from "./lint.ts";
import { workflowFile } from "./workflow.ts";

/**
 * Finds out all that an adoption can be refused for, before anything is asked or written.
 *
 * @param source The description: an absolute path, or a URL.
 * @param folder For what it takes; whoever asked removes it.
 * @throws {AdoptionError} when the description cannot be adopted.
 */
export async function checkAdoption(
  { source, lenient, bundle, ...names }: Arguments,
  folder: string,
): Promise<Adoption> {
  const brought = await bringDescription(source, { lenient, isOneFile: bundle, folder });
  const model = buildModel(brought.description);
  const to = apiOf(names, model);
  // What another process does begins first.
  const [findings, client] = await Promise.all([
    lint(brought.file, join(folder, "rules"), to),
    makeClient(brought, lenient),
  ]);
  if (findings.length > 0 && !lenient) throw refusal(findings);
  const workflow = workflowFile(brought.description, model, to);
  return { brought, model, from: api, to, findings, client, workflow, lenient };
}
