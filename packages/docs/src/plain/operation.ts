import { type Description, isObject, type JsonObject } from "../description.ts";
import { operationsOf } from "../safe-names.ts";
import { Anchors, anchorPart } from "./anchors.ts";
import { contentBlocks } from "./content.ts";
import { type Block, code, factsBlock, type Inline, mark, paragraph, type Section } from "./document.ts";
import { parameterSections } from "./parameters.ts";
import { dereference, entriesAt, listAt, objectAt, objectsAt, textAt } from "./read.ts";
import { responsesSection } from "./responses.ts";
import { externalDocsFacts } from "./schema/facts.ts";
import { securityBlocks } from "./security.ts";
import { serverBlocks } from "./servers.ts";
import { markdown, type Walk } from "./walk.ts";

/** An operation and where it stands. */
export type OperationPlace = {
  method: string;
  /** A path; the name of a webhook, or the expression of a callback. */
  path: string;
  pathItem: JsonObject;
  operation: JsonObject;
  kind: "operation" | "webhook" | "callback";
};

/** The operations of path items, in order. */
export function operationPlaces(
  root: Description,
  pathItems: JsonObject,
  kind: OperationPlace["kind"],
): OperationPlace[] {
  return Object.entries(pathItems)
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]) && !entry[0].startsWith("x-"))
    .flatMap(([path, item]) => {
      const pathItem = dereference(root, item);
      return operationsOf(pathItem).map(([method, operation]) => ({
        method,
        path,
        pathItem,
        operation,
        kind,
      }));
    });
}

/** The anchor of an operation, before it is made unique. */
function ownAnchor({ method, path, operation }: OperationPlace): string {
  return anchorPart(textAt(operation, "operationId") ?? `${method} ${path}`);
}

/**
 * The anchors of the operations under `paths`, by method and path. They are taken before any other of the page, so that
 * whoever asks gets the same.
 */
export function operationAnchors(root: Description, anchors = new Anchors()): Map<string, string> {
  const places = operationPlaces(root, objectAt(root, "paths"), "operation");
  return new Map(places.map((place) => [keyOf(place), anchors.take(ownAnchor(place))]));
}

/** The key of an operation in `operationAnchors`. */
export function keyOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`;
}

export function operationTitle({ method, path, operation }: OperationPlace): string {
  return (
    textAt(operation, "summary") ?? textAt(operation, "operationId") ?? `${method.toUpperCase()} ${path}`
  );
}

/** Everything about an operation (OpenAPI 3.1 § 4.8.10), its callbacks after it. */
export function operationSections(walk: Walk, place: OperationPlace): Section[] {
  const { pathItem, operation } = place;
  const known = place.kind === "operation" ? walk.operationAnchors.get(keyOf(place)) : undefined;
  const anchor = known ?? walk.anchors.take(ownAnchor(place));
  const own = operation["servers"] === undefined ? pathItem : operation;
  const servers = serverBlocks(walk, own);
  const section: Section = {
    kind: "section",
    anchor,
    title: [operationTitle(place)],
    blocks: [
      ...paragraph(...requestLine(place)),
      ...markdown(walk, textAt(operation, "description")),
      ...pathBlocks(walk, pathItem, place),
      ...factsBlock([...externalDocsFacts(operation), ...tagFacts(operation)]),
      ...securityBlocks(walk.root, operation),
      ...(servers.length === 0 ? [] : [...paragraph("Servers of this operation:"), ...servers]),
      ...parameterSections(walk, pathItem, operation, anchor),
      ...requestSection(walk, operation, anchor),
      ...sampleSection(walk, operation, anchor),
      ...responsesSection(walk, operation, anchor),
    ],
  };
  const callbacks = entriesAt(walk.root, operation, "callbacks").flatMap(([name, callback]) =>
    operationPlaces(walk.root, callback, "callback").flatMap((called) =>
      operationSections(walk, {
        ...called,
        operation: { summary: `Callback ${name}`, operationId: `${anchor}-${name}`, ...called.operation },
      }),
    ),
  );
  return [section, ...callbacks];
}

function requestLine({ method, path, operation, kind }: OperationPlace): Inline[] {
  const id = textAt(operation, "operationId");
  return [
    code(kind === "webhook" ? method.toUpperCase() : `${method.toUpperCase()} ${path}`),
    ...(kind === "webhook" ? [" to your server: webhook ", code(path)] : []),
    ...(kind === "callback" ? [" to your server"] : []),
    ...(operation["deprecated"] === true ? [" ", mark("deprecated")] : []),
    ...(id === undefined || kind === "callback" ? [] : [" ", "operation ", code(id)]),
  ];
}

/** What the description says about the path, whatever the method. */
function pathBlocks(walk: Walk, pathItem: JsonObject, { path }: OperationPlace): Block[] {
  const summary = textAt(pathItem, "summary");
  const description = textAt(pathItem, "description");
  if (summary === undefined && description === undefined) return [];
  return [
    ...paragraph(code(path), ...(summary === undefined ? [] : [`: ${summary}`])),
    ...markdown(walk, description),
  ];
}

/** An operation stands under its first tag. */
function tagFacts(operation: JsonObject): Inline[][] {
  const [, ...others] = listAt(operation, "tags").filter((tag) => typeof tag === "string");
  return others.length === 0 ? [] : [[`Also tagged: ${others.join(", ")}`]];
}

function requestSection(walk: Walk, operation: JsonObject, anchor: string): Section[] {
  if (!isObject(operation["requestBody"])) return [];
  const body = dereference(walk.root, objectAt(operation, "requestBody"));
  const own = walk.anchors.take(`${anchor}-request`);
  const required: Inline[] = body["required"] === true ? [" ", mark("required")] : [];
  return [
    {
      kind: "section",
      anchor: own,
      title: ["Request body", ...required],
      blocks: [...markdown(walk, textAt(body, "description")), ...contentBlocks(walk, body, own)],
    },
  ];
}

/** Programs that make the request, as Redoc's `x-codeSamples` extension has them. */
function sampleSection(walk: Walk, operation: JsonObject, anchor: string): Section[] {
  const samples = objectsAt(operation, "x-codeSamples");
  if (samples.length === 0) return [];
  const blocks = samples.flatMap((sample): Block[] => {
    const language = textAt(sample, "lang") ?? "";
    const text = textAt(sample, "source") ?? "";
    return [
      ...paragraph(
        `${[textAt(sample, "label") ?? language, ...exampleTitle(walk, operation, sample)].join(", ")}:`,
      ),
      { kind: "code", text, language: language.toLowerCase() },
    ];
  });
  return [
    { kind: "section", anchor: walk.anchors.take(`${anchor}-samples`), title: ["Request samples"], blocks },
  ];
}

/** The example that a sample sends, when there are several to tell apart. */
function exampleTitle(walk: Walk, operation: JsonObject, sample: JsonObject): string[] {
  const name = textAt(sample, "example");
  if (name === undefined) return [];
  const body = dereference(walk.root, objectAt(operation, "requestBody"));
  const media = objectAt(objectAt(body, "content"), textAt(sample, "mediaType") ?? "");
  const example = dereference(walk.root, objectAt(objectAt(media, "examples"), name));
  return [textAt(example, "summary") ?? name];
}
