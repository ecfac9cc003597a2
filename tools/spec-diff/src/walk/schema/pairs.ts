import type { OpenApiObject } from "../../read/openapi-document.ts";
import { isBreaking } from "../../rules/index.ts";
import type { Direction } from "../../rules/rule.ts";
import { Findings } from "../findings.ts";
import { keysBeside } from "../reference-object.ts";
import { compareAlternatives, haveSameAlternatives } from "./alternatives.ts";
import { compareAnnotations, isAnnotation, withOnly } from "./annotations.ts";
import { compareArrays } from "./array.ts";
import type { Comparison } from "./comparison.ts";
import { compareConstraints } from "./constraints.ts";
import { compareValues } from "./enumeration.ts";
import { below, type Label, show } from "./label.ts";
import { compareProperties } from "./properties.ts";
import { simplify } from "./simplify.ts";
import { compareTypes } from "./types.ts";
import { Unchanged } from "./unchanged.ts";
import { type At, follow, viewOf } from "./view.ts";

/** Compares schemas of two descriptions, each pair once for requests and once for responses, and for each kind of place. */
export class SchemaPairs {
  readonly before: OpenApiObject;
  readonly after: OpenApiObject;
  readonly #met = new WeakMap<object, WeakMap<object, Map<string, Findings>>>();
  readonly #unchanged: Unchanged;

  constructor(before: OpenApiObject, after: OpenApiObject) {
    this.before = before;
    this.after = after;
    this.#unchanged = new Unchanged(before, after);
  }

  /** Whether the two stand in one place somewhere. */
  hasMet({ schema: before }: At, { schema: after }: At): boolean {
    return (
      typeof before === "object" && typeof after === "object" && this.#met.get(before)?.has(after) === true
    );
  }

  compare(before: At, after: At, direction: Direction, label: Label): Findings {
    const [was, is] = [settle(this.before, before), settle(this.after, after)];
    const component = was.at.component && is.at.component;
    const core = this.#compareCores(
      was.at,
      is.at,
      direction,
      component ? { root: "", path: component } : label,
    );
    const isSameKind = (was.at.component === undefined) === (is.at.component === undefined);
    if (isSameKind && was.around.length === 0 && is.around.length === 0) return core;

    // What stands beside a reference goes before what it leads to, which is compared by itself.
    const findings = new Findings();
    findings.parts.push(core);
    const found: Comparison["found"] = (kind, words, one, other) =>
      findings.add(kind, { ...words, subject: show(label) }, one, other, direction);
    const chains = [
      [...was.around, was.at.schema],
      [...is.around, is.at.schema],
    ] as const;
    const where = { place: after.place, isGiven: isAlwaysGiven(before, after, direction) };
    compareAnnotations(...chains, where, found, isSameKind);
    return findings;
  }

  #compareCores(before: At, after: At, direction: Direction, label: Label): Findings {
    const [was, is] = [before.schema, after.schema];
    const isAside = before.nullAside === true || after.nullAside === true;
    const known =
      typeof was === "object" && typeof is === "object" && !isAside ? this.#known(was, is) : undefined;
    const isGiven = isAlwaysGiven(before, after, direction);
    const use = `${direction} ${after.place} ${isGiven}`;
    const compared = known?.get(use);
    if (compared) return compared;

    const findings = new Findings();
    known?.set(use, findings);
    const isSamePlace = before.place === after.place && before.nullAside === after.nullAside;
    if (isSamePlace && this.#unchanged.has(was, is)) return findings;
    const found: Comparison["found"] = (kind, words, one, other, name) => {
      const subject = show(name === undefined ? label : below(label, name));
      findings.add(kind, { ...words, subject }, one, other, direction);
    };
    const compare: (...within: Parameters<Comparison["within"]>) => Findings = (one, other, name) =>
      this.compare(one, other, direction, name === "" ? label : below(label, name));
    const comparison: Comparison = {
      direction,
      found,
      within: (...within) => findings.parts.push(compare(...within)),
      against: (...within) => findings.own.push(...[...compare(...within).all()].filter(isBreaking)),
    };
    const written = [viewOf(this.before, before, direction), viewOf(this.after, after, direction)] as const;
    const views = haveSameAlternatives(...written)
      ? written
      : ([simplify(written[0]), simplify(written[1])] as const);
    if (!compareAlternatives(...views, comparison) && compareTypes(...views, comparison)) {
      compareValues(...views, comparison);
      compareProperties(...views, comparison);
      compareArrays(...views, comparison);
      compareConstraints(...views, comparison);
    }
    const isSameKind = (before.component === undefined) === (after.component === undefined);
    const where = { place: after.place, isGiven };
    if (isSameKind) compareAnnotations(withOnly(was), withOnly(is), where, found, false);
    return findings;
  }

  #known(before: object, after: object): Map<string, Findings> {
    const known = this.#met.get(before) ?? new WeakMap<object, Map<string, Findings>>();
    this.#met.set(before, known);
    const found = known.get(after) ?? new Map<string, Findings>();
    known.set(after, found);
    return found;
  }
}

/** Whether nobody sees a default: on both sides a request has a value there. */
function isAlwaysGiven(before: At, after: At, direction: Direction): boolean {
  return direction === "request" && before.isGiven === true && after.isGiven === true;
}

/** Where a reference leads that has nothing beside it but annotations, and what those are of. */
function settle(document: OpenApiObject, at: At): { readonly at: At; readonly around: readonly object[] } {
  const around: object[] = [];
  let settled = at;
  for (const seen = new Set<unknown>(); !seen.has(settled.schema); ) {
    const { schema } = settled;
    seen.add(schema);
    const target = follow(document, settled);
    if (!target || typeof schema !== "object") break;
    const beside = keysBeside(document, schema);
    if (!beside.every(isAnnotation)) break;
    if (beside.length > 0) around.push(schema);
    settled = target;
  }
  return { at: settled, around };
}
