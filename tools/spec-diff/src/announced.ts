import {
  isObject,
  isReference,
  pointerKeys,
  type ReferenceObject,
  readDeprecation,
  schemaReference,
} from "@visitors-api/openapi";
import type { OpenApiObject } from "./read/openapi-document.ts";
import type { Kind } from "./rules/index.ts";
import type { Finding, Spot } from "./walk/findings.ts";
import { chainOf, targetIfAny } from "./walk/reference-object.ts";
import type { Walked } from "./walk/sides.ts";

/** The changes that take away what can be deprecated. */
const removals: ReadonlySet<Kind> = new Set<Kind>([
  "operation-removed",
  "parameter-removed",
  "property-removed",
  "response-header-removed",
  "type-removed",
]);

/** What is gone as it was announced: the day that was given for it, by the object that was written. */
export type Announced = ReadonlyMap<object, string>;

/**
 * Finds what was removed on the day of its `x-sunset` or later, and the types that nothing else needed.
 *
 * @param today As in `2027-06-30`.
 */
export function findAnnounced(walked: readonly Walked[], before: OpenApiObject, today: string): Announced {
  const removed = walked
    .flatMap(({ findings }) => [...findings.all()])
    .filter(({ kind, after }) => removals.has(kind) && after === undefined);
  const announced = new Map<object, string>();
  for (const { before: spot } of removed) {
    const day = spot && sunsetOf(before, spot);
    if (spot && day !== undefined && day <= today) announced.set(spot.node, day);
  }
  if (announced.size === 0) return announced;
  const last = [...announced.values()].sort().at(-1) ?? today;
  const [used, stillUsed] = [before, withoutAnnounced(before, announced)].map(usedTypes);
  for (const [name, schema] of Object.entries(before.components?.schemas ?? {})) {
    const reference = schemaReference(name);
    const isOrphan = used?.has(reference) && !stillUsed?.has(reference);
    if (isOrphan && typeof schema === "object" && removed.some((finding) => isAbout(finding, schema)))
      announced.set(schema, announced.get(schema) ?? last);
  }
  return announced;
}

function isAbout({ kind, before }: Finding, schema: object): boolean {
  return kind === "type-removed" && before?.node === schema;
}

function sunsetOf(document: OpenApiObject, { node, key }: Spot): string | undefined {
  if (key !== undefined) return undefined;
  return chainOf(document, node)
    .filter(isObject)
    .map((written) => readDeprecation(written).sunset)
    .find((day) => day !== undefined);
}

/** A description in which what was announced to go is gone, so that the compiler says nothing of it. */
export function withoutAnnounced(document: OpenApiObject, announced: Announced): OpenApiObject {
  const needed = referredTo(document);
  const isGone = (value: unknown) => announced.has(Object(value)) && !needed.has(value);
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((item) => !isGone(item)).map(copy);
    if (!isObject(node)) return node;
    const { properties } = node;
    const left = Object.entries(node).flatMap(([key, value]) => {
      if (isGone(value)) return [];
      if (key !== "required" || !Array.isArray(value) || !isObject(properties)) return [[key, copy(value)]];
      return [[key, value.filter((name) => !isGone(properties[name]))]];
    });
    return Object.fromEntries(left);
  };
  // It is what it was, but for parts that need not be there.
  return copy(document) as OpenApiObject;
}

/** The objects that references lead to, or through: without them the others would lead nowhere. */
function referredTo(document: OpenApiObject): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  for (const { $ref } of referencesIn(document, [document])) {
    let node: unknown = document;
    for (const key of pointerKeys($ref)) {
      node = Object(node)[key];
      found.add(node);
    }
  }
  return found;
}

/** The references to types that what can be called leads to. */
function usedTypes(document: OpenApiObject): ReadonlySet<string> {
  const references = referencesIn(document, [document.paths, document.webhooks]);
  return new Set(references.map(({ $ref }) => $ref));
}

/** All references in some parts of a document, and in what they lead to. */
function referencesIn(document: OpenApiObject, parts: readonly unknown[]): ReferenceObject[] {
  const references: ReferenceObject[] = [];
  // A set is walked in the order of its insertions, those made meanwhile included.
  const reached = new Set(parts);
  for (const node of reached) {
    if (typeof node !== "object" || node === null) continue;
    for (const value of Object.values(node)) reached.add(value);
    if (!isReference(node)) continue;
    references.push(node);
    reached.add(targetIfAny(document, node));
  }
  return references;
}
