import { isReference, pointed, type SchemaPlace, schemaName } from "@visitors-api/openapi";
import type { OpenApiObject, Schema, SchemaObject } from "../../read/openapi-document.ts";
import type { Direction } from "../../rules/rule.ts";
import type { Spot } from "../findings.ts";
import { keysBeside } from "../reference-object.ts";
import { spotOf } from "../values.ts";

/** A schema where it stands. */
export interface At {
  readonly schema: Schema;
  readonly spot: Spot;
  /** Whether bytes travel there, which decides what a file is. */
  readonly place: SchemaPlace;
  /** The component that a reference led to. */
  readonly component?: string | undefined;
  /** Whether it may be null is said around it, and is no matter here. */
  readonly nullAside?: boolean | undefined;
  /** Whether a value is always given there, so that nobody needs a default. */
  readonly isGiven?: boolean | undefined;
}

/**
 * A schema in one form, however it is written: what it refers to, what it is `allOf`, and a union of one are parts of it,
 * and whether it may be null is said in one place.
 */
export interface View {
  readonly document: OpenApiObject;
  readonly direction: Direction;
  readonly at: At;
  /** A value has to match each. The schema itself comes first. */
  readonly parts: readonly SchemaObject[];
  /** Null is allowed beside what the parts allow: by `nullable`, or as an alternative. */
  readonly nullable: boolean;
  readonly unions: readonly Union[];
  /** What the schema is, if it is nothing but a union of one. */
  readonly sole: At | undefined;
}

/** `anyOf` or `oneOf`, without null. */
export interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly members: readonly At[];
  readonly spot: Spot;
}

/** `false` is a schema that no value matches. */
const nothing: SchemaObject = { type: [] };

/** The schema under a key of an object; without one, anything goes. */
export function schemaAt(owner: object, key: string | number, place: SchemaPlace): At {
  const schema: unknown = Reflect.get(owner, key);
  // The loader has checked that there are schemas where schemas belong.
  return { schema: (schema as Schema | undefined) ?? true, spot: spotOf(owner, key), place };
}

/** Where a reference leads, if it is one. */
export function follow(document: OpenApiObject, at: At): At | undefined {
  if (!isReference(at.schema)) return undefined;
  const { $ref } = at.schema;
  // The loader has checked that it leads to a schema.
  const target = pointed(document, $ref) as Schema;
  const spot = typeof target === "object" ? { node: target } : at.spot;
  return { ...at, schema: target, spot, component: schemaName($ref) ?? at.component };
}

export function viewOf(document: OpenApiObject, at: At, direction: Direction): View {
  const parts: SchemaObject[] = [];
  const unions: Union[] = [];
  const seen = new Set<unknown>();
  let nullable = false;
  let sole: At | undefined;

  const gather = (part: At, isWhole: boolean): void => {
    const { schema } = part;
    if (schema === false) parts.push(nothing);
    if (typeof schema !== "object" || seen.has(schema)) return;
    seen.add(schema);
    const target = follow(document, part);
    if (target && keysBeside(document, schema).length === 0) {
      gather(target, isWhole);
      return;
    }
    parts.push(schema);
    nullable ||= isWhole && schema.nullable === true;
    if (target) gather(target, false);
    for (const index of (schema.allOf ?? []).keys())
      gather(schemaAt(schema.allOf ?? [], index, at.place), false);
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const list = schema[keyword];
      if (!list) continue;
      const all = [...list.keys()].map((index) => schemaAt(list, index, at.place));
      const members = all.filter((member) => !isNull(member.schema));
      nullable ||= members.length < all.length;
      const [only] = members;
      if (members.length > 1) unions.push({ keyword, members, spot: { node: schema, key: keyword } });
      else if (only) {
        if (Object.keys(schema).length === 1) sole = only;
        gather(only, false);
      }
    }
  };
  gather(at, true);
  return { document, direction, at, parts, nullable, unions, sole };
}

export function isNull(schema: Schema): boolean {
  if (typeof schema !== "object") return false;
  const { type, const: constant, enum: values }: SchemaObject = schema;
  return (
    (type !== undefined && [type].flat().every((name) => name === "null")) ||
    constant === null ||
    (values !== undefined && values.length > 0 && values.every((value) => value === null))
  );
}

/** The first part that has a keyword, as the spot of that; the schema's own spot where none has it. */
export function spotOfKeyword({ parts, at }: View, ...keywords: readonly string[]): Spot {
  for (const part of parts) {
    for (const key of keywords) if (Object.hasOwn(part, key)) return { node: part, key };
  }
  return at.spot;
}
