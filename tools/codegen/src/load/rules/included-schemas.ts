import { isObject, type JsonObject } from "../json.ts";
import { isReference } from "../references/reference.ts";
import { resolved } from "./operations.ts";
import type { Context } from "./rule.ts";

/** A schema that another applies to the same value, and how to keep it from that. */
interface Included {
  readonly schema: JsonObject;
  readonly cut: () => void;
}

/**
 * JSON Schema 2020-12, Core § 9.4.1: a schema that applies itself to the same value, through references or whatever
 * combines schemas, says nothing and never ends. One that is of its properties or items is fine.
 */
export function includedSchemas({ document, schemas, findings }: Context): void {
  const done = new Set<object>();
  const around = new Set<object>();
  for (const start of schemas) {
    if (done.has(start)) continue;
    // Not by recursion, for a chain of schemas may be longer than a stack is deep.
    const stack = [{ schema: start, rest: included(start, document) }];
    around.add(start);
    for (let at = stack.at(-1); at; at = stack.at(-1)) {
      const next = at.rest.pop();
      if (!next) {
        around.delete(at.schema);
        done.add(at.schema);
        stack.pop();
      } else if (around.has(next.schema)) {
        const { $ref } = at.schema;
        findings.mistake({
          at: { node: at.schema },
          what: `Through ${$ref === undefined ? "this" : `\`${$ref}\``} the schema is part of itself.`,
          advice: "Take one of the circle out of its allOf, anyOf, oneOf or not.",
          reading: "Any value is taken for valid here.",
        });
        next.cut();
      } else if (!done.has(next.schema)) {
        around.add(next.schema);
        stack.push({ schema: next.schema, rest: included(next.schema, document) });
      }
    }
  }
}

function included(schema: JsonObject, document: JsonObject): Included[] {
  const found: Included[] = [];
  const add = (holder: JsonObject | unknown[], key: string | number): void => {
    // A list has numbers for keys, and an object has names.
    const place = holder as Record<string | number, unknown>;
    const part = place[key];
    if (!isObject(part)) return;
    found.push({
      schema: part,
      cut: () => {
        place[key] = {};
      },
    });
  };
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const list = schema[keyword];
    if (Array.isArray(list)) for (const index of list.keys()) add(list, index);
  }
  for (const keyword of ["not", "if", "then", "else"]) add(schema, keyword);
  const dependent = schema["dependentSchemas"];
  if (isObject(dependent)) for (const name of Object.keys(dependent)) add(dependent, name);
  const target = isReference(schema) ? resolved(document, schema) : undefined;
  if (target) {
    found.push({
      schema: target,
      cut: () => {
        delete schema["$ref"];
      },
    });
  }
  return found;
}
