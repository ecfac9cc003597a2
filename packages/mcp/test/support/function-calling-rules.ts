import type { Tool } from "@modelcontextprotocol/client";

/**
 * What the large models' vendors refuse in the definition of a function, the strictest of them in each point. They agree on objects at
 * the root without a composition; OpenAI's structured outputs have the limits of sizes and want `items`, Anthropic's tools the names of
 * properties, and Google's function declarations a letter at the beginning of a name.
 */
export function violations({ name, description = "", inputSchema }: Tool): string[] {
  const found: string[] = [];
  const refuse = (isRefused: boolean, rule: string): void => {
    if (isRefused) found.push(`${name}: ${rule}`);
  };
  refuse(!/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name), "the name has other characters, or is longer than 64");
  refuse(
    description === "" || description.length > 1024,
    "the description is empty, or longer than 1,024 characters",
  );
  refuse(inputSchema.type !== "object", "the root is no object");
  for (const keyword of ["allOf", "anyOf", "oneOf", "not", "enum", "if", "$ref"]) {
    refuse(keyword in inputSchema, `the root has ${keyword}`);
  }
  const totals = { properties: 0, values: 0, text: 0 };
  visit(inputSchema, 0);
  refuse(totals.properties > 5_000, "there are more than 5,000 properties");
  refuse(totals.values > 1_000, "there are more than 1,000 values of enumerations");
  refuse(totals.text > 120_000, "names and values have more than 120,000 characters");
  return found;

  function visit(node: unknown, depth: number): void {
    if (typeof node !== "object" || node === null) return;
    const { type, properties, items, additionalProperties, anyOf, ...rest } = node as Record<string, unknown>;
    refuse(depth > 10, "it is nested deeper than 10 levels");
    refuse("$ref" in rest || "$defs" in rest, "it has a reference");
    refuse("oneOf" in rest || "allOf" in rest, "it has a composition other than anyOf");
    refuse([type].flat().includes("array") && items === undefined, "a list says nothing of its items");
    if (Array.isArray(rest["enum"])) {
      totals.values += rest["enum"].length;
      totals.text += rest["enum"].join("").length;
    }
    for (const [property, schema] of Object.entries(properties ?? {})) {
      refuse(!/^[A-Za-z0-9_.-]{1,64}$/.test(property), `a property is named ${JSON.stringify(property)}`);
      totals.properties += 1;
      totals.text += property.length;
      visit(schema, depth + 1);
    }
    for (const schema of Array.isArray(anyOf) ? anyOf : []) visit(schema, depth + 1);
    visit(items, depth + 1);
    visit(additionalProperties, depth + 1);
  }
}
