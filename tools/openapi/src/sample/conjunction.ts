import { schemaName, schemaReference } from "../reference-object.ts";
import { target } from "../schema-object/compose.ts";
import { tagsOf } from "../schema-object/discriminator.ts";
import type { Discriminator, Schema, SchemaObject, TypeName } from "../schema-object.ts";
import type { Applied, Attempt, Parts } from "./applied.ts";
import type { Choose } from "./choices.ts";
import { type Documented, documentedAs } from "./documented.ts";
import { negations } from "./negations.ts";
import { commonTypes } from "./parts.ts";
import { shuffled } from "./random.ts";

/** What remains of schemas when it has been chosen which of their alternatives a value is to be of. */
export interface Conjunction {
  readonly parts: Parts;
  /** The values that are documented for all of it. */
  readonly documented: readonly unknown[];
  /** No value is valid against all parts. */
  readonly isImpossible: boolean;
}

/**
 * Puts what applies to one value side by side: what is referred to, all of `allOf`, one alternative of each `anyOf`, `oneOf`
 * and `if`, and one way not to be what `not` says.
 */
export function conjoin(applied: readonly Applied[], choose: Choose, attempt: Attempt): Conjunction {
  const { schemas, direction, visits, random } = attempt;
  const parts: Applied<SchemaObject>[] = [];
  const required = new Set<string>();
  let types: readonly TypeName[] | undefined;
  let isImpossible = false;

  /** @param heir The component that inherits from this schema by `allOf`, or is it. */
  function add({ schema, path }: Applied, heir?: string): Documented {
    if (schema === false) isImpossible = true;
    if (typeof schema === "boolean") return { values: [], isSilent: true };
    const { $ref, allOf = [], anyOf = [], oneOf = [], not, if: condition, discriminator } = schema;
    const documented: Documented[] = [];
    const addPart = (part: Schema, heir?: string) => documented.push(add({ schema: part, path }, heir));

    const name = $ref === undefined ? undefined : schemaName($ref);
    if ($ref !== undefined && name !== undefined) {
      if (isWithin(path, name)) isImpossible = true;
      else documented.push(add({ schema: target($ref, schemas), path: [...path, name] }, heir ?? name));
    }
    for (const part of allOf) addPart(part, heir);
    addSchema(schema, path);
    for (const union of [anyOf, oneOf]) {
      const branch = (random ? shuffled(union, random) : union)[choose(union.length)];
      if (branch === undefined) continue;
      addPart(branch);
      addTag(discriminator, branch, path);
      // Most alternatives exclude each other, so that it need not be asked for.
      if (union === oneOf && union.length > 1 && choose(2) === 1) {
        for (const other of union) if (other !== branch) addPart({ not: other });
      }
    }
    if (discriminator && heir !== undefined && anyOf.length + oneOf.length === 0) {
      const $ref = schemaReference(heir);
      const isMapped = Object.values(discriminator.mapping).includes($ref);
      const mapping = { ...discriminator.mapping, ...(!isMapped && { [heir]: $ref }) };
      addTag({ ...discriminator, mapping }, { $ref }, path);
    }
    if (condition !== undefined && (schema.then ?? schema.else) !== undefined) {
      const usual = random && random() < 0.5 ? 1 : 0;
      const holds = choose(2) === usual;
      addPart(holds ? condition : { not: condition });
      addPart((holds ? schema.then : schema.else) ?? true);
    }
    for (const [property, dependent] of dependents(schema)) {
      const isWanted = direction === "response" || schema.required?.includes(property);
      const isThere = choose(2) === (isWanted ? 0 : 1);
      addPart(isThere ? dependent : { properties: { [property]: false } });
    }
    if (not !== undefined) addNegation(not, path);
    return documentedAs(schema, documented, (overlay) => parts.push({ schema: overlay, path }));
  }

  /** The value of the property that discriminates, where it can have it. */
  function addTag(discriminator: Discriminator | undefined, branch: Schema, path: readonly string[]): void {
    const tags = tagsOf(discriminator, branch, schemas);
    if (!tags || choose(2) === 1) return;
    const properties = { [tags.propertyName]: { enum: tags.values } };
    addSchema({ required: [tags.propertyName], properties }, path);
  }

  function addNegation(not: Schema, path: readonly string[]): void {
    const name = typeof not === "object" && not.$ref !== undefined ? schemaName(not.$ref) : undefined;
    if (name !== undefined) {
      if (!isWithin(path, name)) {
        add({ schema: { not: schemas[name] ?? true }, path: [...path, name] });
      }
      return;
    }
    const ways = negations(not);
    if (ways === undefined) isImpossible = true;
    else {
      const possible = ways.filter(isPossible);
      const way = possible[choose(possible.length + 1)];
      if (way !== undefined) add({ schema: way, path });
    }
  }

  /** Whether a value can be that beside the others, as far as their types and `required` tell. */
  function isPossible({ type, properties = {} }: SchemaObject): boolean {
    const isForbidden = Object.entries(properties).some(
      ([name, property]) => property === false && required.has(name),
    );
    return !isForbidden && (type === undefined || commonTypes(types, type).length > 0);
  }

  function addSchema(schema: SchemaObject, path: readonly string[]): void {
    parts.push({ schema, path });
    if (schema.type !== undefined) types = commonTypes(types, schema.type);
    for (const name of schema.required ?? []) required.add(name);
  }

  function isWithin(path: readonly string[], name: string): boolean {
    const isSo = path.filter((one) => one === name).length >= visits;
    if (isSo) attempt.isRecursive = true;
    return isSo;
  }

  const documented = applied.map((one) => add(one));
  const { values } = documentedAs({}, documented, (overlay) => parts.push({ schema: overlay, path: [] }));
  return { parts, documented: values, isImpossible };
}

/** What an object has to be when it has a property. */
function dependents({ dependentSchemas = {}, dependentRequired = {} }: SchemaObject): [string, Schema][] {
  const required = Object.entries(dependentRequired).map(([name, names]): [string, Schema] => [
    name,
    { required: names },
  ]);
  return [...Object.entries(dependentSchemas), ...required];
}
