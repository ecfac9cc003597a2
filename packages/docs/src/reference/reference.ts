import {
  type Description,
  entriesOf,
  isObject,
  type JsonObject,
  type Operation,
  objectOrEmpty,
  pointed,
  readDescription,
  type Schema,
  type Tag,
  textOf,
} from "@visitors-api/openapi";
import { Anchors, anchorPart } from "./anchors.ts";
import {
  type Fact,
  noSamples,
  type OperationDocument,
  type Reference,
  type SampleDocument,
  type SchemaDocument,
  type TagDocument,
} from "./document.ts";
import { type Folders, foldersOf } from "./folders.ts";
import { operationDocument } from "./operation.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import { externalDocsFacts } from "./schema/facts.ts";
import { flowDocument, schemeDocuments } from "./security.ts";
import { serverDocuments } from "./servers.ts";
import { sharedSchemas } from "./shared-schemas.ts";
import { type Place, type SharedComponents, Walk } from "./walk.ts";

export type ReferenceSources = {
  /** What was read, for what no program needs of it: contact, licence, OAuth flows and callbacks. */
  readonly document: JsonObject;
  readonly description: Description;
  readonly samplesOf: (operation: Operation) => SampleDocument;
  /** A value of a schema, for a response without an example; undefined where there is none to show. */
  readonly responseSample: (schema: Schema) => unknown;
  /** When given, each component is described once. Default: wherever it is used. */
  readonly shared?: SharedComponents;
};

/** Those of what every page has, and of the parts of the page that has all operations. */
const pageAnchors = [
  "colors",
  "content",
  "menu",
  "search",
  "stale",
  "servers",
  "authentication",
  "webhooks",
  "schemas",
];

/** The whole description as what a reader sees of it, an operation at a time. */
export function referenceOf(sources: ReferenceSources): Reference {
  const { document, description } = sources;
  const tags = orderedTags(description);
  const folders = foldersOf(
    description,
    tags.flatMap(({ name }) => name ?? []),
  );
  const anchors = new Anchors();
  for (const anchor of pageAnchors) anchors.take(anchor);
  const walk = new Walk(description, { anchors, folder: "" });
  const schemes = schemeDocuments(walk, (name) => flowsOf(document, name));
  anchors.adopt(walk.anchors);
  const context: OperationsContext = { ...sources, folders, anchors };
  const documents = {
    title: description.title,
    version: description.version,
    summary: description.summary || undefined,
    description: walk.markdown(description.description),
    facts: [...infoFacts(objectOrEmpty(document["info"])), ...externalDocsFacts(description.externalDocs)],
    servers: serverDocuments(description.servers),
    schemes,
    tags: tags.map(({ name, group }): TagDocument => {
      const tag = description.tags.find((one) => one.name === name);
      const folder = folders.ofTag(name);
      return {
        anchor: anchors.take(name === undefined ? "operations" : `tag-${anchorPart(name)}`),
        folder,
        title: titleOf(name, tag, tags.length),
        group,
        description: tag?.description ? { text: tag.description, folder } : undefined,
        facts: externalDocsFacts(tag?.externalDocs),
        operations: description.operations
          .filter((operation) => operation.tags[0] === name)
          .map((operation) => documentOf(operation, "operation", context)),
      };
    }),
    webhooks: description.webhooks.map((operation) => documentOf(operation, "webhook", context)),
  };
  return { ...documents, schemas: sharedSchemas(sources.shared, describePart) };

  /** They were found while the operations were described, and each of them may be as large as an operation. */
  function describePart(schema: Schema, place: Place): SchemaDocument {
    const walk = new Walk(description, { anchors, folder: "", shared: sources.shared });
    const described = describeSchema(walk, schema, place);
    anchors.adopt(walk.anchors);
    return described;
  }
}

type OperationsContext = ReferenceSources & { readonly folders: Folders; readonly anchors: Anchors };

function documentOf(
  operation: Operation,
  kind: "operation" | "webhook",
  context: OperationsContext,
): OperationDocument {
  const { document, description, folders, anchors, samplesOf, responseSample, shared } = context;
  const isOperation = kind === "operation";
  return operationDocument(operation, {
    document,
    description,
    kind,
    anchors,
    folderOf: folders.ofOperation,
    folder: isOperation ? folders.ofOperation(operation) : undefined,
    samples: isOperation ? samplesOf(operation) : noSamples,
    ...(isOperation && { responseSample }),
    callbacks: callbacksOf(operation, context),
    shared,
  });
}

/** What the API calls in its turn (OpenAPI 3.1 § 4.8.18): requests like any other, to a URL that an expression gives. */
function callbacksOf(
  operation: Operation,
  { document, anchors, folders, shared }: OperationsContext,
): OperationDocument[] {
  const { callbacks } = objectOrEmpty(pointed(document, operation.pointer));
  return entriesOf(callbacks).flatMap(([name, callback]) => {
    const resolved =
      isObject(callback) && typeof callback["$ref"] === "string"
        ? pointed(document, callback["$ref"])
        : callback;
    const alone = { ...document, paths: {}, webhooks: resolved ?? {} };
    const description = readDescription(alone);
    return description.webhooks.map((called) =>
      operationDocument(
        {
          ...called,
          summary: called.summary || `Callback ${name}`,
          id: called.id ?? `${operation.id ?? "operation"}-${name}`,
        },
        {
          document: alone,
          description,
          kind: "callback",
          anchors,
          folderOf: folders.ofOperation,
          folder: folders.ofOperation(operation),
          samples: noSamples,
          callbacks: [],
          shared,
        },
      ),
    );
  });
}

type OrderedTag = { readonly name: string | undefined; readonly group: string | undefined };

/**
 * The tags in the order of the menu: by the groups of the widely used extension `x-tagGroups`, and then those that are in none; at last
 * operations without a tag.
 */
function orderedTags({ tags, operations, extensions }: Description): OrderedTag[] {
  const used = operations.map((operation) => operation.tags[0]);
  const names = new Set<string | undefined>(
    [...tags.map(({ name }) => name), ...used].filter((name) => name !== undefined),
  );
  if (used.includes(undefined)) names.add(undefined);
  const groups = Array.isArray(extensions["x-tagGroups"]) ? extensions["x-tagGroups"].filter(isObject) : [];
  const grouped = groups.flatMap(({ name, tags: members }): OrderedTag[] => {
    return [...names]
      .filter(
        (tag) => tag !== undefined && Array.isArray(members) && members.includes(tag) && names.delete(tag),
      )
      .map((tag) => ({ name: tag, group: String(name) }));
  });
  return [
    ...grouped,
    ...[...names].map((name) => ({ name, group: grouped.length > 0 ? "Other" : undefined })),
  ];
}

function titleOf(name: string | undefined, tag: Tag | undefined, tags: number): string {
  if (name === undefined) return tags > 1 ? "Other operations" : "Operations";
  const shown = tag?.extensions["x-displayName"];
  return typeof shown === "string" && shown !== "" ? shown : name;
}

function flowsOf(document: JsonObject, name: string) {
  const schemes = objectOrEmpty(objectOrEmpty(document["components"])["securitySchemes"]);
  const { flows } = objectOrEmpty(schemes[name]);
  return entriesOf(flows).map(([flow, details]) => flowDocument(flow, objectOrEmpty(details)));
}

function infoFacts(info: JsonObject): Fact[] {
  const [contact, license] = [objectOrEmpty(info["contact"]), objectOrEmpty(info["license"])];
  const email = textOf(contact["email"]);
  return [
    ...linked("", "Terms of service", textOf(info["termsOfService"])),
    ...linked("Contact: ", textOf(contact["name"]) || textOf(contact["url"]), textOf(contact["url"])),
    ...linked("Mail: ", email, email && `mailto:${email}`),
    ...linked("Licence: ", textOf(license["name"]), textOf(license["url"])),
  ];
}

function linked(label: string, text: string, url: string): Fact[] {
  if (label === "" && url === "") return [];
  if (text === "") return [];
  return [[label, url === "" ? text : { kind: "link", to: url, text }]];
}
