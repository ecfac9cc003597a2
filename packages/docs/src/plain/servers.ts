import type { JsonObject } from "../description.ts";
import { type Block, code, factsBlock, type Inline, type Section } from "./document.ts";
import { entriesAt, objectsAt, textAt } from "./read.ts";
import { valueFacts } from "./schema/facts.ts";
import { markdown, type Walk } from "./walk.ts";

/** Where the API is (OpenAPI 3.1 § 4.8.5), or no section when the description does not say. */
export function serversSection(walk: Walk): Section[] {
  const blocks = serverBlocks(walk, walk.root);
  if (blocks.length === 0) return [];
  return [{ kind: "section", anchor: walk.anchors.take("servers"), title: ["Servers"], blocks }];
}

/** The servers that something has for itself. */
export function serverBlocks(walk: Walk, parent: JsonObject): Block[] {
  const servers = objectsAt(parent, "servers");
  const items = servers.map((server): Inline[] => {
    const words = textAt(server, "description") ?? textAt(server, "name");
    return [code(String(server["url"])), ...(words === undefined ? [] : [` ${words}`])];
  });
  const variables = servers.flatMap((server) => entriesAt(walk.root, server, "variables"));
  return [
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ...variables.flatMap(([name, variable]) => [
      ...factsBlock([["Variable ", code(name)], ...valueFacts(variable)]),
      ...markdown(walk, textAt(variable, "description")),
    ]),
  ];
}
