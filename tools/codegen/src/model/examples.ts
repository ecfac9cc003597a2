import { allParts, type MediaType, type Parameter, type Schemas } from "@visitors-api/openapi";

/** The first example that a description gives for a parameter or a body, or for its schema; or undefined. */
export function firstExample(described: Parameter | MediaType, schemas: Schemas): unknown {
  const [example] = described.examples;
  if (example) return example.value;
  for (const { example, examples = [] } of allParts(described.schema, schemas)) {
    if (example !== undefined) return example;
    if (examples.length > 0) return examples[0];
  }
  return undefined;
}
