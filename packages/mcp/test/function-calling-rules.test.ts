import { readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { toolsOf } from "../src/describe/tools.ts";
import { briefTool } from "../src/tools/brief-tool.ts";
import { wholeTool } from "../src/tools/whole-tool.ts";
import { violations } from "./support/function-calling-rules.ts";
import { publicDescriptions } from "./support/public-descriptions.ts";

// What is compiled is not run.
const ajv = new Ajv2020({ strict: false, validateFormats: false, code: { optimize: false } });
const descriptions = [["this repository's own", document] as const, ...publicDescriptions()];

test("more than ten public descriptions are tried", () => {
  expect(descriptions.length).toBeGreaterThan(10);
});

describe.each(descriptions)("the tools of %s", (_, described) => {
  const operations = toolsOf(readDescription(described)).map(({ tool }) => tool);

  test("are accepted by the strict rules of function calling, told whole and in short", () => {
    const tools = operations.map((operation) => wholeTool(operation, false));
    expect([...tools, ...operations.map(briefTool)].flatMap(violations)).toEqual([]);
  });

  test("have names of their own, and schemas that are JSON Schema", () => {
    const names = operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { input, output = {} } of operations) {
      expect(() => ajv.compile(input)).not.toThrow();
      expect(() => ajv.compile(output)).not.toThrow();
    }
  });
});
