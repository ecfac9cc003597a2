import type { DomainOf } from "../../src/domain.ts";
import type { CollectionDefinition, Domain, Handler } from "../../src/index.ts";

/** What an API keeps whose items have two keys. */
export const NOTES: CollectionDefinition = {
  name: "notes",
  itemName: "note",
  schema: "Note",
  keys: ["id", "slug"],
};

/** Keeps what the request says of a note, and when. */
const updateNote: Handler = async ({ body, collections, now }) => {
  // The request is as it is described, and so is what is kept.
  const { name, labels, ...keys } = body as Readonly<Record<string, unknown>>;
  const note = await collections["notes"]?.update(keys, (current) => ({
    ...current,
    ...(name !== undefined && { name }),
    labels: { ...Object(current["labels"]), ...Object(labels) },
    updated_at: Math.max(Math.floor(now / 1000), Number(current["updated_at"] ?? 0)),
  }));
  return note ? { status: 200, body: note } : { status: 404 };
};

/** What the notes do beyond their description. */
export const domain: Domain = { collections: [NOTES], handlers: { updateNote } };

/** The same for the command, which is given other descriptions too. */
export const domainOf: DomainOf = ({ schemas }) =>
  Object.hasOwn(schemas, NOTES.schema) ? domain : { collections: [], handlers: {} };
