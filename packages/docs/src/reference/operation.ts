import {
  type Description,
  type JsonObject,
  type Operation,
  objectOrEmpty,
  resolvePathItem,
  type Schema,
  serverUrl,
  textOf,
  under,
} from "@visitors-api/openapi";
import { firstParagraph } from "../markdown/plain-text.ts";
import { type Anchors, anchorPart } from "./anchors.ts";
import { contentDocuments } from "./content.ts";
import { deprecationWords } from "./deprecation.ts";
import type { BodyDocument, OperationDocument, SampleDocument } from "./document.ts";
import type { LinkSources } from "./links.ts";
import { operationTitle } from "./operation-title.ts";
import { parameterGroups } from "./parameters.ts";
import { responseDocuments } from "./responses.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import { externalDocsFacts } from "./schema/facts.ts";
import { authenticationWords } from "./security.ts";
import { serverDocuments } from "./servers.ts";
import { sharedSchemas } from "./shared-schemas.ts";
import { type SharedComponents, TooManySchemas, Walk } from "./walk.ts";

export type OperationContext = LinkSources & {
  readonly description: Description;
  readonly kind: OperationDocument["kind"];
  readonly folder: string | undefined;
  /** Those of the page that has every operation. */
  readonly anchors: Anchors;
  readonly samples: SampleDocument;
  /** A value of a schema, for a response without an example. */
  readonly responseSample?: (schema: Schema) => unknown;
  readonly callbacks: readonly OperationDocument[];
  /** Those of a page that describes every component once, in a part after all operations. */
  readonly shared?: SharedComponents | undefined;
};

/** Everything about an operation (OpenAPI 3.1 § 4.8.10). */
export function operationDocument(operation: Operation, context: OperationContext): OperationDocument {
  const { anchors, folder = "", description, responseSample } = context;
  const own = { found: new Map(), withBodies: false };
  for (const shared of context.shared === undefined ? [undefined, own] : [context.shared]) {
    const walk = new Walk(description, { anchors, folder, shared, responseSample });
    try {
      const document = walkThrough(walk, operation, context);
      anchors.adopt(walk.anchors);
      return document;
    } catch (error) {
      if (!(error instanceof TooManySchemas)) throw error;
    }
  }
  throw new Error("An operation whose components are described once has too many schemas");
}

function walkThrough(walk: Walk, operation: Operation, context: OperationContext): OperationDocument {
  const { document: written, description, kind, folder, samples, callbacks } = context;
  const { method, path, id, requestBody, tags } = operation;
  const anchor = walk.anchors.take(anchorPart(id ?? `${method} ${path}`));
  const [, ...otherTags] = tags;
  const title = operationTitle(operation);
  const [server] = operation.servers;
  const document: Omit<OperationDocument, "schemas" | "schemaCount"> = {
    kind,
    anchor,
    folder,
    title,
    method: method.toUpperCase(),
    path,
    url: kind === "operation" && server !== undefined ? serverUrl(server).replace(/\/+$/, "") + path : path,
    id,
    summary: firstParagraph(operation.description) ?? title,
    description: walk.markdown(operation.description),
    pathItem: pathItemOf(walk, written, kind === "operation" ? "paths" : "webhooks", path),
    deprecated: deprecationWords(operation),
    facts: [
      ...externalDocsFacts(operation.externalDocs),
      ...(otherTags.length === 0 ? [] : [[`Also under ${otherTags.join(", ")}`]]),
    ],
    authentication: authenticationWords(operation.security, description),
    servers: sameServers(operation, description) ? [] : serverDocuments(operation.servers),
    parameters: parameterGroups(walk, operation.parameters, anchor),
    body: requestBody && bodyDocument(walk, requestBody, anchor),
    responses: responseDocuments(walk, operation, anchor, context),
    samples,
    callbacks,
  };
  const schemas =
    context.shared === undefined
      ? sharedSchemas(walk.shared, (...schema) => describeSchema(walk, ...schema))
      : [];
  return { ...document, schemas, schemaCount: walk.schemas };
}

/** The summary and the description of a path item are about all of its operations (OpenAPI 3.1 § 4.8.9). */
function pathItemOf(
  walk: Walk,
  document: JsonObject,
  group: "paths" | "webhooks",
  path: string,
): OperationDocument["pathItem"] {
  const written = objectOrEmpty(objectOrEmpty(document[group])[path]);
  const { item } = resolvePathItem(document, written, under(`#/${group}`, path));
  const description = walk.markdown(textOf(item["description"]));
  const title = textOf(item["summary"]).trim();
  if (title === "" && description === undefined) return undefined;
  return { title: title || "All operations of this path", description };
}

function sameServers({ servers }: Operation, description: Description): boolean {
  return JSON.stringify(servers) === JSON.stringify(description.servers);
}

function bodyDocument(
  walk: Walk,
  { required, description, content }: NonNullable<Operation["requestBody"]>,
  anchor: string,
): BodyDocument {
  const own = walk.anchors.take(`${anchor}-request`);
  return {
    anchor: own,
    required,
    description: walk.markdown(description),
    contents: contentDocuments(walk, content, { anchor: own, direction: "request" }),
  };
}
