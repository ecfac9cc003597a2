import { closest } from "../closest.ts";
import { called, compact, isObject } from "../json.ts";
import type { ObjectName } from "../objects/object-name.ts";
import { objects, shapeOf } from "../objects/objects.ts";
import type { Shape } from "../objects/shape.ts";
import type { Visit } from "../objects/walk.ts";
import { isReference } from "../references/reference.ts";
import { type Context, fateOf, isNeeded } from "./rule.ts";

/** What stands under each field is of the field's type. */
export function fieldTypes(visit: Visit, context: Context): boolean {
  return new Fields(visit, context).check();
}

/** Where a value stands, which its correction takes the place of. */
interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  /** For a message. */
  readonly shown: string;
}

interface Refusal {
  readonly expected: string;
  readonly reading?: string;
  /** Undefined takes the value away. */
  readonly correction?: unknown;
}

class Fields {
  readonly #visit: Visit;
  readonly #context: Context;
  #isUsable = true;

  constructor(visit: Visit, context: Context) {
    this.#visit = visit;
    this.#context = context;
  }

  check(): boolean {
    const { name, node } = this.#visit;
    for (const key of Object.keys(node)) {
      const shape = shapeOf(name, key);
      if (shape) this.#check(shape, { holder: node, key, shown: `\`${key}\`` });
    }
    return this.#isUsable;
  }

  #check(shape: Shape, place: Place): void {
    const { is, of } = shape;
    const value = place.holder[place.key];
    if (is === "string" || is === "boolean" || is === "number") this.#checkScalar(shape, place);
    else if (isReference(value)) return;
    else if (is === "object" && isObjectName(of)) this.#checkObject(of, shape, place);
    else if (is === "list" && !Array.isArray(value)) {
      this.#leaveOut(of);
      this.#refuse(shape, place, { expected: of ? `a list of ${plural(of)}` : "a list" });
    } else if (is === "map" && !isObject(value)) {
      this.#refuse(shape, place, { expected: `an object with ${plural(of)} by their names` });
    } else if ((is === "list" || is === "map") && of !== undefined) {
      // A list has numbers for keys, and an object has names.
      this.#checkItems(shape, value as Place["holder"], place.shown);
    }
  }

  #checkItems(shape: Shape, holder: Place["holder"], whole: string): void {
    const keys = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
    for (const key of keys) {
      const shown = typeof key === "number" ? `Each item of ${whole}` : `\`${key}\``;
      if (isObjectName(shape.of)) this.#checkObject(shape.of, shape, { holder, key, shown });
      else this.#checkScalar({ ...shape, is: "string" }, { holder, key, shown });
    }
    if (Array.isArray(holder)) compact(holder);
  }

  #checkObject(name: ObjectName, shape: Shape, place: Place): void {
    const value = place.holder[place.key];
    if (isObject(value) || isReference(value) || (name === "Schema" && typeof value === "boolean")) return;
    const expected = `an object (${objects[name].called})`;
    if (value === null && !objects[name].required) {
      this.#refuse(shape, place, { expected, reading: "It is taken for an empty one.", correction: {} });
      return;
    }
    const slot = { name, holder: place.holder, key: place.key, outer: this.#visit };
    this.#leaveOut(name);
    if (isNeeded(slot)) this.#isUsable = false;
    const correction = name === "Schema" ? {} : undefined;
    this.#refuse(shape, place, { expected, reading: fateOf(slot), correction });
  }

  #checkScalar(shape: Shape, place: Place): void {
    const { is, among } = shape;
    const value = place.holder[place.key];
    if (among) this.#checkWord(among, place);
    if (among || typeof value === is) return;
    const correction = otherwise(value, is);
    if (correction !== undefined && shape.informal) put(place, correction);
    else {
      this.#refuse(shape, place, {
        expected: is === "string" ? "a text" : is === "boolean" ? "true or false" : "a number",
        ...(correction !== undefined && { reading: `It is taken for ${called(correction)}.`, correction }),
      });
    }
  }

  #checkWord(words: readonly string[], place: Place): void {
    const value = place.holder[place.key];
    if (typeof value === "string" && words.includes(value)) return;
    const near = typeof value === "string" ? closest(value, words) : undefined;
    this.#context.findings.mistake({
      at: { node: place.holder, key: place.key },
      what: `${place.shown} is one of ${words.map((word) => `"${word}"`).join(", ")}, and this is ${called(value)}.`,
      advice: near === undefined ? "Write one of them." : `Did you mean "${near}"?`,
      reading: near === undefined ? "It is ignored." : `It is taken for "${near}".`,
    });
    put(place, near);
  }

  #refuse(
    { informal }: Shape,
    place: Place,
    { expected, reading = "It is ignored.", correction }: Refusal,
  ): void {
    const value = place.holder[place.key];
    const at = { node: place.holder, key: place.key };
    const what = `${place.shown} must be ${expected}, and this is ${called(value)}.`;
    const { findings } = this.#context;
    if (!informal) findings.mistake({ at, what, advice: advise(value, correction), reading });
    else if (value !== null) findings.oddity(at, `${what} It is ignored.`);
    // A security scheme is asked for, whatever its scopes.
    put(place, this.#visit.name === "SecurityRequirement" ? [] : correction);
  }

  /** What an owner of parameters lacks for this is no mistake of its own. */
  #leaveOut(name: Shape["of"]): void {
    if (name === "Parameter") this.#context.incomplete.add(this.#visit.node);
  }
}

/** What YAML makes of a text without quotes, and of `true` in them. */
function otherwise(value: unknown, is: Shape["is"]): unknown {
  if (is === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (is === "boolean" && (value === "true" || value === "false")) return value === "true";
  return undefined;
}

function advise(value: unknown, correction: unknown): string {
  if (value === null) return "Write what belongs there, or remove the key.";
  if (typeof correction === "string") return "Put it in quotes.";
  if (typeof correction === "boolean") return "Write it without quotes.";
  return "Correct it, or remove it.";
}

function put({ holder, key }: Place, value: unknown): void {
  if (value !== undefined || Array.isArray(holder)) holder[key] = value;
  else delete holder[key];
}

function plural(of: Shape["of"]): string {
  return isObjectName(of) ? objects[of].many : "texts";
}

function isObjectName(of: Shape["of"]): of is ObjectName {
  return of !== undefined && of !== "string";
}
