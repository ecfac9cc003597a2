import {
  isObject,
  type JsonObject,
  type Operation,
  pointed,
  pointerKeys,
  resolve,
  statusKey,
} from "@visitors-api/openapi";
import { jsonText } from "../json.ts";
import { code, type Fact, type LinkDocument } from "./document.ts";
import { operationTitle } from "./operation-title.ts";
import type { Walk } from "./walk.ts";
import { objectAt, textAt } from "./written.ts";

export type LinkSources = {
  /** What was read: no program needs its links. */
  readonly document: JsonObject;
  /** Folder of an operation's page. */
  readonly folderOf: (operation: Operation) => string;
};

/** The links of a response: which operations can be called with what it answers (OpenAPI 3.1 § 4.8.20). */
export function linkDocuments(
  walk: Walk,
  operation: Operation,
  status: string,
  { document, folderOf }: LinkSources,
): LinkDocument[] {
  const written = pointed(document, operation.pointer);
  const responses = isObject(written) ? objectAt(written, "responses") : {};
  const [, response] = Object.entries(responses).find(([key]) => statusKey(key) === status) ?? [];
  if (!isObject(response)) return [];
  const links = objectAt(resolve<JsonObject>(document, response), "links");
  return Object.entries(links).flatMap(([name, reference]): LinkDocument[] => {
    if (!isObject(reference)) return [];
    const link = resolve<JsonObject>(document, reference);
    const target = walk.description.operations.find((one) => isTarget(link, one));
    return [
      {
        name,
        title: target ? operationTitle(target) : textAt(link, "operationId") || textAt(link, "operationRef"),
        folder: target && folderOf(target),
        description: walk.markdown(textAt(link, "description")),
        facts: linkFacts(link),
      },
    ];
  });
}

function isTarget(link: JsonObject, { id, pointer }: Operation): boolean {
  const { operationId, operationRef } = link;
  if (typeof operationRef !== "string") return id !== undefined && id === operationId;
  return operationRef.startsWith("#") && pointerKeys(operationRef).join() === pointerKeys(pointer).join();
}

function linkFacts(link: JsonObject): Fact[] {
  const url = textAt(objectAt(link, "server"), "url");
  return [
    ...Object.entries(objectAt(link, "parameters")).map(
      ([name, value]): Fact => [code(name), " is ", code(jsonText(value))],
    ),
    ...(link["requestBody"] === undefined ? [] : [["The body is ", code(jsonText(link["requestBody"]))]]),
    ...(url === "" ? [] : [["Sent to ", code(url)]]),
  ];
}
