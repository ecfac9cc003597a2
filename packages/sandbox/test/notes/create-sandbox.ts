import document from "@visitors-api/openapi/notes" with { type: "json" };
import { createSandbox as createEngine, type Sandbox, type SandboxOptions } from "../../src/index.ts";
import { domain } from "./domain.ts";

/** A sandbox of the notes. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createEngine({ description: document, domain, ...options });
}
