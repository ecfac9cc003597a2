import type { Document } from "@redocly/openapi-core";
import type { Files } from "../files/files.ts";
import { isObject } from "../json.ts";
import { objects } from "../objects/objects.ts";
import { walk } from "../objects/walk.ts";
import type { Places } from "../places.ts";
import { follow } from "./follow.ts";
import { mappedReferences } from "./mapped.ts";

/**
 * Reads every file that references lead to.
 *
 * @returns whether there is something to bundle: a reference into a file, or in a place that the specification has
 * none in.
 */
export async function readReferredFiles(document: Document, files: Files, places: Places): Promise<boolean> {
  const root = document.source.absoluteRef;
  const baseOf = (node: object) => places.sourceOf(node)?.absoluteRef ?? root;
  let isToBundle = false;
  do {
    walk(document.parsed, {
      reference(reference, slot) {
        const base = baseOf(reference);
        const isWithin = base === root && reference.$ref.startsWith("#");
        if (!isWithin || slot.name === undefined || !objects[slot.name].component) isToBundle = true;
        // The walk comes to the component anyway.
        if (isWithin && /^#\/components\/(?!x-)[^/]+\/[^/]+$/.test(reference.$ref)) return undefined;
        const led = follow(reference, base, files, places);
        return led && "node" in led ? led.node : undefined;
      },
      enter({ name, node }, visitToo) {
        if (name !== "Discriminator") return true;
        for (const { $ref } of mappedReferences(node, document.parsed)) {
          if (!$ref.startsWith("#")) isToBundle = true;
          const led = follow({ $ref }, baseOf(node), files, places);
          if (led && "node" in led && isObject(led.node)) visitToo("Schema", led.node);
        }
        return true;
      },
    });
  } while (await files.readWanted());
  return isToBundle;
}
