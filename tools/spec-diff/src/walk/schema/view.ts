import { type Description, resolve, type Schema, type ValidatedSchema } from "@visitors-api/codegen";
import type { Direction } from "../../rules/rule.ts";
import type { Spot } from "../findings.ts";
import { spotOf } from "../values.ts";

/** A schema where it stands. */
export interface At {
  readonly schema: Schema;
  readonly spot: Spot;
  /** The component that a reference led to. */
  readonly component?: string | undefined;
  /** Whether it may be null is said around it, and is no matter here. */
  readonly nullAside?: boolean | undefined;
}

/**
 * A schema in one form, however it is written: what it refers to, what it is `allOf`, and a union of one are parts of it,
 * and whether it may be null is said in one place.
 */
export interface View {
  readonly description: Description;
  readonly direction: Direction;
  readonly at: At;
  /** A value has to match each. The schema itself comes first. */
  readonly parts: readonly ValidatedSchema[];
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
const nothing: ValidatedSchema = { type: [] };

const componentReference = /^#\/components\/schemas\/([^/]+)$/;

/** The schema under a key of an object; without one, anything goes. */
export function schemaAt(owner: object, key: string | number): At {
  const schema: unknown = Reflect.get(owner, key);
  // The linter has checked that there are schemas where schemas belong.
  return { schema: (schema as Schema | undefined) ?? true, spot: spotOf(owner, key) };
}

/** Where a reference leads, if it is one. */
export function follow(description: Description, at: At): At | undefined {
  if (typeof at.schema !== "object" || at.schema.$ref === undefined) return undefined;
  const target = resolve<object>(description, { $ref: at.schema.$ref });
  const name = componentReference.exec(at.schema.$ref)?.[1];
  const component = name && decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
  return { schema: target, spot: { node: target }, component, nullAside: at.nullAside };
}

export function viewOf(description: Description, at: At, direction: Direction): View {
  const parts: ValidatedSchema[] = [];
  const unions: Union[] = [];
  const seen = new Set<unknown>();
  let nullable = typeof at.schema === "object" && Reflect.get(at.schema, "nullable") === true;
  let sole: At | undefined;

  const gather = (part: At): void => {
    const { schema } = part;
    if (schema === false) parts.push(nothing);
    if (typeof schema !== "object" || seen.has(schema)) return;
    seen.add(schema);
    parts.push(schema);
    const target = follow(description, part);
    if (target) gather(target);
    for (const index of (schema.allOf ?? []).keys()) gather(schemaAt(schema.allOf ?? [], index));
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const list = schema[keyword];
      if (!list) continue;
      const all = [...list.keys()].map((index) => schemaAt(list, index));
      const members = all.filter((member) => !isNull(member.schema));
      nullable ||= members.length < all.length;
      const [only] = members;
      if (members.length > 1) unions.push({ keyword, members, spot: { node: schema, key: keyword } });
      else if (only) {
        if (Object.keys(schema).length === 1) sole = only;
        gather(only);
      }
    }
  };
  gather(at);
  return { description, direction, at, parts, nullable, unions, sole };
}

function isNull(schema: Schema): boolean {
  if (typeof schema !== "object") return false;
  const { type, const: constant, enum: values }: ValidatedSchema = schema;
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
