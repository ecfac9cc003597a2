import { join } from "node:path";
import { SiteBuilder } from "@visitors-api/docs/site";
import type { Checkout } from "./checkout.ts";
import { Site } from "./site.ts";

/** The docs of a checkout. */
export class Docs {
  readonly #checkout: Checkout;
  readonly #folder: string;
  readonly #builder = new SiteBuilder();

  /** @param folder Where sites are written; whoever gave it removes it. */
  constructor(checkout: Checkout, folder: string) {
    this.#checkout = checkout;
    this.#folder = folder;
  }

  /** As they are now. They are built in this process, for starting one takes longer than a site. */
  async now(): Promise<Site> {
    const output = join(this.#folder, "site");
    await this.#builder.build({
      description: this.#checkout.path("spec/dist/openapi.json"),
      guides: this.#checkout.path("packages/docs/src/content/guides"),
      releases: this.#checkout.path("spec/releases"),
      output,
    });
    return new Site(output);
  }

  close(): Promise<void> {
    return this.#builder.close();
  }
}
