import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everyCallTask, firstCallTask } from "../src/description/call.ts";
import { locatedOperations, readOwnDescription } from "../src/description/description.ts";
import { growDescription, manyOperations } from "../src/description/synthetic.ts";
import { executeNode } from "../src/harness/command.ts";
import { codegenCommand } from "../src/harness/folders.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const own = readOwnDescription();
const grown = growDescription(own, manyOperations);

test("the grown description has the first operation unchanged, and more than 200 others with names of their own", () => {
  const operations = locatedOperations(grown);
  expect(operations.length).toBe(locatedOperations(own).length + manyOperations);
  expect(operations.length).toBeGreaterThan(200);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  expect(firstCallTask(grown)).toEqual(firstCallTask(own));
});

test("the same number of operations gives the same description, and a smaller one is part of it", () => {
  expect(JSON.stringify(growDescription(own, manyOperations))).toBe(JSON.stringify(grown));
  const few = locatedOperations(growDescription(own, 7));
  expect(few.length).toBe(locatedOperations(own).length + 7);
  expect(locatedOperations(grown).slice(0, few.length)).toEqual(few);
});

test("a page can call every operation: each path parameter has a value, each body an example", () => {
  const operations = locatedOperations(grown);
  for (const [index, { path, parameters, method, body }] of everyCallTask(grown).calls.entries()) {
    expect(path.replaceAll(/\{(.+?)\}/g, (_, name) => parameters[name] ?? "{}")).not.toContain("{");
    const isDescribed = operations[index]?.operation.requestBody !== undefined;
    expect(body !== undefined, `${method} ${path}`).toBe(isDescribed);
  }
});

test("the generator takes it, and finds every operation in it", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(grown));
  const args = [codegenCommand, file, "--output", join(folder, "generated")];
  const { exitCode, output } = await executeNode(args, { cwd: folder });
  expect(output).toContain(`for ${locatedOperations(grown).length} operations`);
  expect(exitCode).toBe(0);
});
