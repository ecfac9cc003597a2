import markdownIt from "markdown-it";
import { type Description, isObject, type JsonObject } from "../description.ts";
import { keyOf, operationAnchors } from "../plain/operation.ts";
import { operationsOf } from "../safe-names.ts";
import type { Enrichment } from "./enrich.ts";

/** Links the overview and each operation to their place in the plain reference, for readers whom these pages do not suit. */
export const withPlainLinks: Enrichment = (description, { base }) => {
  const plain = `${base}reference/`;
  linkOperations(description, plain);
  const { info } = description;
  const text = textOf(info);
  const link = `[The whole reference on one plain page](${plain})`;
  const lines = text.split("\n");
  lines.splice(firstHeading(text) ?? lines.length, 0, "", link, "");
  info["description"] = lines.join("\n").trim();
  return description;
};

function linkOperations(description: Description, plain: string): void {
  const anchors = operationAnchors(description);
  const paths = isObject(description["paths"]) ? description["paths"] : {};
  for (const [path, pathItem] of Object.entries(paths)) {
    if (!isObject(pathItem)) continue;
    for (const [method, operation] of operationsOf(pathItem)) {
      const anchor = anchors.get(keyOf({ method, path }));
      if (anchor === undefined) continue;
      const link = `[This operation on the plain page](${plain}#${encodeURIComponent(anchor)})`;
      operation["description"] = [textOf(operation).trim(), link].filter(Boolean).join("\n\n");
    }
  }
}

/** The line that the first heading starts on; the introduction ends there. */
function firstHeading(markdown: string): number | undefined {
  const headings = new markdownIt().parse(markdown, {}).filter(({ type }) => type === "heading_open");
  return headings.find(({ level }) => level === 0)?.map?.[0];
}

function textOf(parent: JsonObject): string {
  return typeof parent["description"] === "string" ? parent["description"] : "";
}
