import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Reads pages of a site that is built, as text. */
export class Site {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The whole text of a page. */
  async page(folder: string): Promise<string> {
    return textOf(await this.#html(folder));
  }

  /** What the reference that is one page says of a property: its line and its description; nothing when it has none. */
  async property(operation: string, place: string): Promise<string> {
    const html = await this.#html("reference");
    const [, found = ""] =
      new RegExp(`<li id="${operation}-${place}"[^>]*>(.*?)(?=<li id=|</ul>)`, "s").exec(html) ?? [];
    return textOf(found);
  }

  /** The headings of the changelog that versions have, latest first, each with what stands under it. */
  async changelog(): Promise<ReadonlyMap<string, string>> {
    const [, article = ""] = (await this.#html("guides/changelog")).split("<article");
    const [, ...sections] = article.split(/(?=<h2[ >])/);
    return new Map(
      sections.map((html) => {
        const [heading = ""] = /^<h2.*?<\/h2>/s.exec(html) ?? [];
        return [textOf(heading), textOf(html.slice(heading.length))];
      }),
    );
  }

  #html(folder: string): Promise<string> {
    return readFile(join(this.#folder, folder, "index.html"), "utf8");
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
};

function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, " ")
    .trim();
}
