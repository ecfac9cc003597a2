import { expect, test } from "vitest";
import { checkCompatible } from "../src/compile/compile.ts";
import { locate } from "../src/compile/locate.ts";
import { prepare } from "../src/read/read.ts";
import {
  answered,
  components,
  describePets,
  given,
  json,
  merge,
  type Patch,
  parameters,
  responses,
} from "./support/pets.ts";
import { placesIn } from "./support/places.ts";

/** What is said of an edit where no rule says anything of it, as if there were none. */
async function said(before: Patch, after: Patch): Promise<string[]> {
  const [was, is] = [before, after].map((patch) => {
    const document = describePets("3.1.0", patch);
    return { ...prepare(document), placeOf: placesIn(document) };
  });
  if (!was || !is) throw new Error("Two descriptions are compared");
  const [compiler] = await checkCompatible([{ before: was, after: is }]);
  const problems = await locate(compiler?.problems ?? [], { before: was, after: is });
  return problems.map(({ summary }) => summary);
}

const [text, number] = [{ type: "string" }, { type: "integer" }];
const object = (properties: object, required: string[] = []) => ({ type: "object", properties, required });

test("what only the compiler refuses is said of the innermost part that it refuses", async () => {
  const owner = (name: object) =>
    object({ owner: object({ name, age: number }), tags: { type: "array", items: object({ id: name }) } });
  expect(await said(given(owner(text)), given(owner(number)))).toEqual([
    "`putPet` no longer takes all that it took as `owner.name`.",
    "`putPet` no longer takes all that it took as `tags[].id`.",
  ]);
  expect(await said(answered(owner(text)), answered(owner(number)))).toEqual([
    "What `putPet` answers as `owner.name` may be something else than before.",
    "What `putPet` answers as `tags[].id` may be something else than before.",
  ]);
});

test("a part that may be missing from now on is found, in alternatives and in errors too", async () => {
  const cat = (required: string[]) =>
    merge(
      components({ Cat: object({ name: text, age: number }, required) }),
      responses({
        404: {
          description: "No pet",
          content: json({ oneOf: [{ $ref: "#/components/schemas/Cat" }, { type: "null" }] }),
        },
      }),
    );
  expect(await said(cat(["name"]), cat([]))).toEqual([
    "What `putPet` answers for 404 as `name` may be something else than before.",
  ]);
});

test("a parameter and a header are told by their names", async () => {
  const both = (schema: object) =>
    parameters({ name: "page", in: "query", schema }, { name: "X-Trace", in: "header", schema });
  expect(await said(both(text), both(number))).toEqual([
    "`putPet` no longer takes all that it took as `page`.",
    "`putPet` no longer takes all that it took as the header `X-Trace`.",
  ]);
});

test("what is refused as a whole, or in many parts, is said of the whole", async () => {
  expect(await said(answered(text), answered(number))).toEqual([
    "What `putPet` answers may be something else than before.",
  ]);
  const many = (schema: object) => object(Object.fromEntries([..."abcdef"].map((name) => [name, schema])));
  expect(await said(given(many(text)), given(many(number)))).toEqual([
    "`putPet` no longer takes all that it took.",
  ]);
});

test("a type within itself ends", async () => {
  const tree = (value: object): Patch =>
    merge(
      components({
        Tree: object({ value, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } }),
      }),
      answered({ $ref: "#/components/schemas/Tree" }),
    );
  expect(await said(tree(text), tree(number))).toEqual([
    "What `putPet` answers as `value` may be something else than before.",
    "What `putPet` answers as `children` may be something else than before.",
  ]);
});
