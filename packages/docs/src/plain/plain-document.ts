import type { Description, JsonObject } from "../description.ts";
import { anchorPart } from "./anchors.ts";
import {
  type Block,
  factsBlock,
  type Inline,
  type PlainDocument,
  paragraph,
  type Section,
} from "./document.ts";
import { type OperationPlace, operationPlaces, operationSections } from "./operation.ts";
import { listAt, objectAt, objectsAt, textAt } from "./read.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import { externalDocsFacts } from "./schema/facts.ts";
import { securitySection } from "./security.ts";
import { serversSection } from "./servers.ts";
import { markdown, TooManySchemas, Walk } from "./walk.ts";

/** The whole description as one document. */
export function plainDocument(description: Description, folderOf: FolderOf): PlainDocument {
  try {
    return walkThrough(new Walk(description, "in place"), folderOf);
  } catch (error) {
    if (!(error instanceof TooManySchemas)) throw error;
    return walkThrough(new Walk(description, "once"), folderOf);
  }
}

/** The folder of an operation's page, which its texts' relative links start from. */
export type FolderOf = (method: string, path: string) => string;

function walkThrough(walk: Walk, folderOf: FolderOf): PlainDocument {
  const { root } = walk;
  const { info } = root;
  const version = textAt(info, "version");
  return {
    title: version === undefined ? info.title : `${info.title} ${version}`,
    blocks: [
      ...paragraph(...inline(textAt(info, "summary"))),
      ...markdown(walk, textAt(info, "description"), true),
      ...factsBlock([...infoFacts(info), ...externalDocsFacts(root)]),
      ...serversSection(walk),
      ...securitySection(walk),
      ...tagSections(walk, folderOf),
      ...webhookSection(walk),
      ...sharedSchemasSection(walk),
    ],
  };
}

function inline(text: string | undefined): Inline[] {
  return text === undefined ? [] : [text];
}

function infoFacts(info: JsonObject): Inline[][] {
  const terms = textAt(info, "termsOfService");
  const contact = objectAt(info, "contact");
  const license = objectAt(info, "license");
  const [website, email] = [textAt(contact, "url"), textAt(contact, "email")];
  return [
    ...(terms === undefined ? [] : [linked("Terms of service", terms)]),
    ...[linked(textAt(contact, "name") ?? website, website), linked(email, email && `mailto:${email}`)]
      .filter((contact) => contact.length > 0)
      .map((contact) => ["Contact: ", ...contact]),
    ...[linked(textAt(license, "name"), textAt(license, "url"))]
      .filter((license) => license.length > 0)
      .map((license) => ["License: ", ...license]),
  ];
}

function linked(text: string | undefined, url: string | undefined): Inline[] {
  if (text === undefined) return [];
  return [url === undefined ? text : { kind: "link", to: url, text }];
}

/** A section for each tag, in the order of the description; operations stand under their first tag. */
function tagSections(walk: Walk, folderOf: FolderOf): Section[] {
  const operations = operationPlaces(walk.root, objectAt(walk.root, "paths"), "operation");
  const tags = new Map(objectsAt(walk.root, "tags").map((tag) => [String(tag["name"]), tag]));
  const firstTag = ({ operation }: OperationPlace) => {
    return listAt(operation, "tags").find((tag) => typeof tag === "string");
  };
  const names = new Set([...tags.keys(), ...operations.map(firstTag)]);
  const section = (name: string | undefined): Section => {
    const tag = (name === undefined ? undefined : tags.get(name)) ?? {};
    const title = textAt(tag, "x-displayName") ?? textAt(tag, "summary") ?? name;
    const blocks: Block[] = [
      ...markdown(walk, textAt(tag, "description")),
      ...factsBlock(externalDocsFacts(tag)),
      ...operations
        .filter((place) => firstTag(place) === name)
        .flatMap((place) => operationIn(walk, place, folderOf)),
    ];
    const anchor = walk.anchors.take(name === undefined ? "operations" : `tag-${anchorPart(name)}`);
    return {
      kind: "section",
      anchor,
      title: [title ?? (names.size > 0 ? "Other operations" : "Operations")],
      blocks,
    };
  };
  const untagged = names.delete(undefined);
  return [...names, ...(untagged ? [undefined] : [])].map(section);
}

function operationIn(walk: Walk, place: OperationPlace, folderOf: FolderOf): Section[] {
  walk.folder = folderOf(place.method, place.path);
  const sections = operationSections(walk, place);
  walk.folder = "";
  return sections;
}

function webhookSection(walk: Walk): Section[] {
  const webhooks = operationPlaces(walk.root, objectAt(walk.root, "webhooks"), "webhook");
  if (webhooks.length === 0) return [];
  const blocks = webhooks.flatMap((place) => operationSections(walk, place));
  return [{ kind: "section", anchor: walk.anchors.take("webhooks"), title: ["Webhooks"], blocks }];
}

/** The nested components, each once, when there are too many to describe them in place. */
function sharedSchemasSection(walk: Walk): Section[] {
  const blocks: Section[] = [];
  // Describing one may add others to the end.
  for (let shared = walk.sharedSchemas[0]; shared !== undefined; shared = walk.sharedSchemas[blocks.length]) {
    const { reference, anchor, title } = shared;
    const described = describeSchema(walk, { $ref: reference }, { anchor, separator: "-", trail: new Map() });
    blocks.push({
      kind: "section",
      anchor,
      title: [title],
      blocks: [...paragraph(...described.words.slice(0, 1)), ...described.blocks],
    });
  }
  if (blocks.length === 0) return [];
  return [{ kind: "section", anchor: walk.anchors.take("schemas"), title: ["Schemas"], blocks }];
}
