import type { Visitor } from "@visitors-api/client";
import { descriptionIn, type Sandbox as Engine, sandboxOf } from "../create-sandbox.ts";
import type { SandboxOptions as EngineOptions } from "../options.ts";
import type { Collection } from "../state/collection.ts";
import { MemoryCollection } from "../state/memory-collection.ts";
import { visitors as definition, domainOf } from "./domain.ts";

export type { Sandbox as SandboxEngine } from "../create-sandbox.ts";
export * from "../index.ts";

export interface SandboxOptions extends Omit<EngineOptions, "domain" | "start"> {
  /**
   * The visitors to start with, each with an `id`, and as the description says. Default: those in the description's
   * examples of successful answers.
   */
  readonly visitors?: readonly Visitor[];
}

export interface Sandbox extends Engine {
  /** The visitors that it holds, to look at or to change behind the API's back; none of a description that has no visitors. */
  readonly visitors: Collection<Visitor>;
}

/**
 * Makes an API that behaves as its description says, with visitors of its own that last as long as it does, where the description
 * has visitors.
 *
 * @throws TypeError when the description is not OpenAPI 3.0 or 3.1; Error when it refers to something it does not have;
 * ItemsError when the visitors are not as it says; FaultError when a fault is none; RangeError when the rate limit or
 * its window is none; TypeError when an origin of `cors` is none.
 *
 * @example
 * const sandbox = createSandbox({ token: "secret" });
 * const client = createClient({ token: "secret", fetch: sandbox.fetch });
 */
export function createSandbox({ visitors, ...options }: SandboxOptions = {}): Sandbox {
  const description = descriptionIn(options);
  const domain = domainOf(description);
  const engine = sandboxOf(description, { ...options, domain, ...(visitors && { start: visitors }) });
  const kept = engine.collections[definition.name] ?? new MemoryCollection(definition, []);
  // Whatever is put into the collection was checked against the description, from which the type is made.
  const collection = kept as unknown as Collection<Visitor>;
  return Object.assign(engine, { visitors: collection });
}
