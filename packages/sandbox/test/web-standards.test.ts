import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { limits } from "@visitors-api/machine/limits";
import { expect, test } from "vitest";

const source = new URL("../src/", import.meta.url);

/** Every module that can be reached from this one, packages of others included. */
function reachable(from: URL, found = new Set<string>()): Set<string> {
  if (found.has(from.href) || from.protocol === "node:") return found.add(from.href);
  found.add(from.href);
  const text = readFileSync(from, "utf8");
  const imports = text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+["']([^"']+)["']/gms);
  const builtins = text.matchAll(/getBuiltinModule\(["']([^"']+)["']\)/g);
  for (const [, specifier = ""] of [...imports, ...builtins]) {
    const isRelative = specifier.startsWith(".");
    reachable(new URL(isRelative ? new URL(specifier, from).href : import.meta.resolve(specifier)), found);
  }
  return found;
}

test("nothing that the main entry imports is part of Node", () => {
  const modules = [...reachable(new URL("index.ts", source))];
  expect(modules.length).toBeGreaterThan(25);
  expect(modules.some((module) => module.includes("/client/dist/"))).toBe(true);
  expect(modules.filter((module) => module.startsWith("node:"))).toEqual([]);
  expect([...reachable(new URL("node/serve.ts", source))]).toContain("node:http");
});

test("it works where code may not be made from strings, as under a strict Content Security Policy", async () => {
  const script = `
    import { createSandbox } from ${JSON.stringify(new URL("notes/create-sandbox.ts", import.meta.url).href)};
    try { new Function(""); console.log("allowed"); } catch { console.log("forbidden"); }
    const { fetch } = createSandbox();
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    for (const body of ['{"id":"7f3a"}', '{"id":5}']) {
      console.log((await fetch("http://sandbox/notes", { method: "PUT", headers, body })).status);
    }`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script],
    { timeout: limits.process },
  );
  expect(stdout).toBe("forbidden\n200\n400\n");
});
