import type { Model } from "@visitors-api/codegen";
import type { Api } from "@visitors-api/release/api";
import type { Brought } from "./description.ts";
import type { Client } from "./generate-client.ts";
import type { Finding } from "./lint.ts";

/** All that an adoption is decided by, and known before anything is written. */
export interface Adoption {
  readonly brought: Brought;
  /** Of the description that is brought. */
  readonly model: Model;
  readonly from: Api;
  readonly to: Api;
  /** What the rules find in the description, and is let through. */
  readonly findings: readonly Finding[];
  readonly client: Client;
  /** A workflow to start from; undefined where the description has no examples for one. */
  readonly workflow: string | undefined;
  /** Whether what the rules and the generator do not like is let through. */
  readonly lenient: boolean;
}
