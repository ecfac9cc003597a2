import { pointed } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { loadText } from "./support/load-text.ts";
import { head } from "./support/mistakes.ts";
import { refusal } from "./support/refusal.ts";

test("loads an enum of 250,000 values", async () => {
  const values = Array.from({ length: 250_000 }, (_, index) => `v${index}`);
  const { description } = await loadText({
    "openapi.yaml": `${head}paths: {}\ncomponents: { schemas: { Many: { type: string, enum: [${values.join(", ")}] } } }\n`,
  });
  expect(pointed(description, "#/components/schemas/Many")).toEqual({ type: "string", enum: values });
});

test("loads schemas that include and refer to each other in a chain of thousands", async () => {
  const chain = Array.from({ length: 5000 }, (_, index) => {
    const next = `{ $ref: "#/components/schemas/S${index + 1}" }`;
    return `    S${index}: { allOf: [${next}], properties: { next: ${next} } }`;
  });
  const { description } = await loadText({
    "openapi.yaml": `${head}paths: {}\ncomponents:\n  schemas:\n${chain.join("\n")}\n    S5000: { type: object }\n`,
  });
  expect(Object.keys(pointed(description, "#/components/schemas") ?? {})).toHaveLength(5001);
});

/** Nine of what the line before is, twelve times over. */
function laughs(first: string, of: (items: readonly string[]) => string): string {
  const lines = [`  L0: &L0 ${first}`];
  for (let index = 1; index <= 12; index++)
    lines.push(`  L${index}: &L${index} ${of(Array(9).fill(`*L${index - 1}`))}`);
  return lines.join("\n");
}

test.for([
  ["lists", laughs("[ha]", (items) => `[${items.join(", ")}]`)],
  [
    "schemas",
    laughs(
      "{ type: string }",
      (items) => `{ properties: { ${items.map((item, index) => `p${index}: ${item}`).join(", ")} } }`,
    ),
  ],
])("refuses %s of aliases that come to more than a machine holds, in one message", async ([, lines]) => {
  const { said } = await refusal({ "openapi.yaml": `${head}paths: {}\nx-laughs:\n${lines}\n` });
  expect(said).toEqual([
    {
      place: expect.stringMatching(/^openapi\.yaml:\d+:\d+$/),
      message: "What this repeats comes to too much. Write a $ref in place of each alias.",
    },
  ]);
});

test("refuses an alias that stands in what it stands for", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths: {}
components:
  schemas:
    Pet: &pet
      ▶type: object
      properties: { parent: *pet }
`,
  });
  expect(said).toEqual([
    {
      place: places[0],
      message: "This is repeated within itself, without end. Write a $ref where it should come again.",
    },
  ]);
});

test("refuses a document that is nested without end, in one message", async () => {
  const { said } = await refusal({ "openapi.yaml": `${head}x-deep: ${"[".repeat(100_000)}\n` });
  expect(said).toHaveLength(1);
  expect(said[0]?.message).toMatch(/^It cannot be parsed as YAML or JSON: /);
});
