import type { Document } from "@redocly/openapi-core";
import type { Files } from "../files/files.ts";
import { isObject } from "../json.ts";
import { walk } from "../objects/walk.ts";
import type { Places } from "../places.ts";
import { follow } from "./follow.ts";
import { mappedReferences } from "./mapped.ts";

/** Reads every file that references lead to. */
export async function readReferredFiles(document: Document, files: Files, places: Places): Promise<void> {
  const baseOf = (node: object) => places.sourceOf(node)?.absoluteRef ?? document.source.absoluteRef;
  do {
    walk(document.parsed, {
      reference(reference) {
        const led = follow(reference, baseOf(reference), files, places);
        return led && "node" in led ? led.node : undefined;
      },
      enter({ name, node }, visitToo) {
        if (name !== "Discriminator") return true;
        for (const { $ref } of mappedReferences(node, document.parsed)) {
          const led = follow({ $ref }, baseOf(node), files, places);
          if (led && "node" in led && isObject(led.node)) visitToo("Schema", led.node);
        }
        return true;
      },
    });
  } while (await files.readWanted());
}
