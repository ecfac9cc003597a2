import { pointerKeys } from "@visitors-api/openapi";
import { closest } from "../closest.ts";
import { isObject } from "../json.ts";
import { type ObjectName, objects } from "../objects/objects.ts";
import { nothing, type Slot } from "../objects/walk.ts";
import { pointerTo } from "../pointer.ts";
import type { Dangling } from "../references/bundle.ts";
import { circular, descend, type Led, resolveWithin } from "../references/follow.ts";
import type { ReferenceObject } from "../references/reference.ts";
import { type Context, fateOf } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.23: a `$ref` leads to something, and to what its place asks for.
 *
 * @param dangling What led out of the file that it stands in, or nowhere there.
 * @returns What it leads to, or what the walk is to do instead.
 */
export function resolveReference(
  reference: ReferenceObject,
  slot: Slot,
  dangling: Dangling,
  { document, findings }: Context,
): unknown {
  const led = dangling.get(reference) ?? resolveWithin(document, reference);
  const kind = slot.name && kindOf(reference.$ref);
  if ("node" in led && (kind === undefined || kind === slot.name || isAlike(kind, slot.name))) {
    // Readers differ about what is not encoded, or need not be.
    if (reference.$ref.includes("%")) reference.$ref = pointerTo(pointerKeys(reference.$ref));
    return led.node;
  }
  const at = { node: reference };
  if (slot.name === undefined && slot.key === "example") {
    findings.oddity({ ...at, key: "$ref" }, "This example refers to nothing, and is taken as it stands.");
    return undefined;
  }
  findings.mistake({ at, ...explain(reference.$ref, slot, led, kind, document), reading: fateOf(slot) });
  if (slot.name !== "Schema" || Object.keys(reference).length === 1) return nothing;
  // What a schema says beside it holds all the same.
  delete (reference as Partial<ReferenceObject>).$ref;
  return undefined;
}

function explain($ref: string, slot: Slot, led: Led, kind: ObjectName | undefined, document: unknown) {
  const expected = slot.name && objects[slot.name].called;
  if ("node" in led) {
    return {
      what: `\`${$ref}\` is ${kind && objects[kind].called}, and ${expected} belongs here.`,
      advice: "Correct the $ref.",
    };
  }
  if (led === circular) {
    return {
      what: `The reference \`${$ref}\` leads back to itself.`,
      advice: `Make one of the chain ${expected ?? "what belongs here"}.`,
    };
  }
  if (/^#[^/]/.test($ref)) {
    return {
      what: `References to anchors, such as \`${$ref}\`, are not supported.`,
      advice: 'Give the path from the root, as in "#/components/schemas/Name".',
    };
  }
  const near = nearest($ref, document);
  const found = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return {
    what: `Nothing is at \`${$ref}\`.${led.nothing && ` ${withPeriod(led.nothing)}`}${found}`,
    advice: "Correct the $ref, or add what it names.",
  };
}

/** The component that has nearly the name. */
function nearest($ref: string, document: unknown): string | undefined {
  const keys = $ref.startsWith("#/") ? pointerKeys($ref) : [];
  const name = keys.pop();
  const led = descend(document, pointerTo(keys), () => circular);
  if (name === undefined || !led || "nothing" in led || !isObject(led.node)) return undefined;
  const near = closest(name, Object.keys(led.node));
  return near === undefined ? undefined : pointerTo([...keys, near]);
}

const kinds = new Map<string, ObjectName>(
  // The table has no other names.
  (Object.keys(objects) as ObjectName[]).flatMap((name) => {
    const { component } = objects[name];
    return component === undefined ? [] : [[component, name] as const];
  }),
);

/** Request bodies and responses both say a description and media types. */
function isAlike(kind: ObjectName, other: ObjectName | undefined): boolean {
  return [kind, other].every((name) => name === "RequestBody" || name === "Response");
}

/** What a component is, by where it stands. */
function kindOf($ref: string): ObjectName | undefined {
  const [components, section = "", ...names] = $ref.startsWith("#/") ? pointerKeys($ref) : [];
  return components === "components" && names.length === 1 ? kinds.get(section) : undefined;
}

function withPeriod(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
