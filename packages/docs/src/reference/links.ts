import {
  entriesOf,
  isObject,
  type JsonObject,
  type Operation,
  objectOrEmpty,
  pointed,
  pointerKeys,
  resolve,
  statusKey,
  textOf,
} from "@visitors-api/openapi";
import { jsonText } from "../json.ts";
import { code, type Fact, type LinkDocument } from "./document.ts";
import { operationTitle } from "./operation-title.ts";
import type { Walk } from "./walk.ts";

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
  const { responses } = objectOrEmpty(pointed(document, operation.pointer));
  const [, response] = entriesOf(responses).find(([key]) => statusKey(key) === status) ?? [];
  if (!isObject(response)) return [];
  const { links } = resolve<JsonObject>(document, response);
  return entriesOf(links).flatMap(([name, reference]): LinkDocument[] => {
    if (!isObject(reference)) return [];
    const link = resolve<JsonObject>(document, reference);
    const target = walk.description.operations.find((one) => isTarget(link, one));
    return [
      {
        name,
        title: target ? operationTitle(target) : textOf(link["operationId"]) || textOf(link["operationRef"]),
        folder: target && folderOf(target),
        description: walk.markdown(textOf(link["description"])),
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
  const url = textOf(objectOrEmpty(link["server"])["url"]);
  return [
    ...entriesOf(link["parameters"]).map(
      ([name, value]): Fact => [code(name), " is ", code(jsonText(value))],
    ),
    ...(link["requestBody"] === undefined ? [] : [["The body is ", code(jsonText(link["requestBody"]))]]),
    ...(url === "" ? [] : [["Sent to ", code(url)]]),
  ];
}
