import type { Edit } from "../support/edit.ts";
import { answered, given, holding } from "../support/pets.ts";

const list = (items?: object) => holding({ type: "array", ...(items && { items }) });

/** Arrays and tuples. */
export const arrayEdits: readonly Edit[] = [
  {
    what: "the items of a list that is given become others",
    before: given(list({ type: "string" })),
    after: given(list({ type: "integer" })),
    forth: ["breaking", "type-changed"],
    back: ["breaking", "type-changed"],
  },
  {
    what: "the items of a list that is answered may be null",
    before: answered(list({ type: "string" })),
    after: answered(list({ type: "string", nullable: true })),
    forth: ["breaking", "response-null-added"],
    back: ["additive", "response-null-removed"],
  },
  {
    what: "the items of a list that is answered are described",
    only: "3.1",
    before: answered(list()),
    after: answered(list({ type: "string" })),
    forth: ["additive", "response-type-narrowed"],
    back: ["breaking", "response-type-widened"],
  },
  {
    what: "a tuple has one more item",
    only: "3.1",
    before: answered(holding({ type: "array", prefixItems: [{ type: "string" }] })),
    after: answered(holding({ type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] })),
    forth: ["breaking", "tuple-changed", "the compiler takes it"],
    back: ["breaking", "tuple-changed"],
  },
];
