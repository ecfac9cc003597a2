import { pointerKeys } from "@visitors-api/openapi";
import { closest } from "../closest.ts";
import { called, isObject } from "../json.ts";
import type { ObjectName } from "../objects/object-name.ts";
import { objects } from "../objects/objects.ts";
import { typeAt } from "../objects/type-at.ts";
import { nothing, type Slot } from "../objects/walk.ts";
import { pointerTo } from "../pointer.ts";
import type { Dangling } from "../references/bundle.ts";
import { alreadyTold, circular, descend, type Led, resolveWithin } from "../references/follow.ts";
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
  context: Context,
): unknown {
  const { document, findings, uses, told } = context;
  if (told.has(reference)) return nothing;
  let led = dangling.get(reference) ?? resolveWithin(document, reference, told);
  if ("node" in led && led.last && led.last !== reference && !isPossible(led.last.$ref, slot)) {
    // What is wrong is not this reference but the one that it leads to, which may be a schema from now on.
    const { last } = led;
    led = resolveReference(last, slot, dangling, context) === nothing ? alreadyTold : { node: last };
  }
  if ("node" in led && isPossible(reference.$ref, slot) && isSuitable(led.node, slot.name, uses)) {
    // Readers differ about what is not encoded, or need not be.
    if (reference.$ref.includes("%")) reference.$ref = pointerTo(pointerKeys(reference.$ref));
    return led.node;
  }
  if (led === alreadyTold) return nothing;
  told.add(reference);
  const at = { node: reference };
  if (slot.name === undefined && slot.key === "example") {
    findings.oddity({ ...at, key: "$ref" }, "This example refers to nothing, and is taken as it stands.");
    return undefined;
  }
  findings.mistake({ at, ...explain(reference.$ref, slot, led, { document, uses }), reading: fateOf(slot) });
  if (slot.name !== "Schema") return nothing;
  // What the schema says beside it holds all the same.
  delete (reference as Partial<ReferenceObject>).$ref;
  return undefined;
}

function explain($ref: string, slot: Slot, led: Led, { document, uses }: Pick<Context, "document" | "uses">) {
  const expected = slot.name
    ? objects[slot.name].called
    : slot.items && `several ${objects[slot.items].many}`;
  if ("node" in led) {
    const type = typeAt(pointerKeys($ref));
    const earlier = isObject(led.node) ? uses.get(led.node) : undefined;
    const name = typeof type === "object" && "object" in type ? type.object : earlier;
    const found = name ? objects[name].called : called(led.node);
    return {
      what: `\`${$ref}\` is ${found}, where ${expected} ${slot.name ? "belongs" : "belong"}.`,
      advice: "Correct the $ref.",
    };
  }
  if (led === circular) {
    return {
      what: `The reference \`${$ref}\` leads back to itself.`,
      advice: `Make one of the chain ${expected ?? "what belongs there"}.`,
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

/** Whether a place is one of what is asked for, as far as the specification says what stands there. */
function isPossible($ref: string, { name, items }: Slot): boolean {
  const type = $ref.startsWith("#") ? typeAt(pointerKeys($ref)) : undefined;
  if (type === undefined || (!name && !items)) return true;
  if (type === "other") return false;
  return "collection" in type ? type.collection === items : name !== undefined && isAlike(type.object, name);
}

/** Whether a node may be what is asked for, and no reference before has asked for something else. */
function isSuitable(node: unknown, expected: ObjectName | undefined, uses: Map<object, ObjectName>): boolean {
  if (expected === undefined) return true;
  if (!isObject(node)) return expected === "Schema" && typeof node === "boolean";
  const earlier = uses.get(node) ?? expected;
  uses.set(node, earlier);
  return isAlike(earlier, expected);
}

/** Request bodies and responses both say a description and media types. */
function isAlike(one: ObjectName, other: ObjectName): boolean {
  return one === other || [one, other].every((name) => name === "RequestBody" || name === "Response");
}

function withPeriod(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
