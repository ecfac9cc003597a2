import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { connectStdio } from "./support/command.ts";
import { forAllTests } from "./support/for-all-tests.ts";
import { builtApi } from "./support/own-api.ts";

const server = forAllTests((atEnd) => connectStdio([], {}, "legacy", atEnd));

test("the reference, whole and of each operation, the guides and the description are resources", async () => {
  const { client } = server();
  const { resources } = await client.listResources();
  const texts = new Map<string, string>();
  for (const { uri, size } of resources) {
    const { contents } = await client.readResource({ uri });
    const [content] = contents;
    const text = content !== undefined && "text" in content ? content.text : "";
    expect(Buffer.byteLength(text)).toBe(size);
    texts.set(uri, text);
  }
  const whole = texts.get("docs:///reference.md") ?? "";
  for (const { title } of builtApi.operations) {
    expect(whole).toContain(title);
    const own = [...texts].filter(([, text]) => text.startsWith(`# ${title}\n`));
    expect(own).toHaveLength(1);
  }
  expect(resources.filter(({ uri }) => uri.startsWith("docs:///guides/")).length).toBeGreaterThan(0);
  const description = readFileSync(fileURLToPath(import.meta.resolve("@visitors-api/spec")), "utf8");
  expect(texts.get("docs:///openapi.json")).toBe(description);
});

test("links between the documents lead to documents that there are", async () => {
  const { client } = server();
  for (const { uri, mediaType } of builtApi.resources) {
    if (mediaType !== "text/markdown") continue;
    const { contents } = await client.readResource({ uri });
    const links = JSON.stringify(contents).matchAll(/\]\((docs:[^)\s]*)\)/g);
    for (const [, link = ""] of links) {
      await expect(client.readResource({ uri: link })).resolves.toBeDefined();
    }
  }
});

test("what is no resource is said to be none", async () => {
  const { client } = server();
  for (const uri of [
    "docs:///none.md",
    "docs:///../package.json",
    "file:///etc/passwd",
    "docs:///resources/../api.json",
  ]) {
    await expect(client.readResource({ uri })).rejects.toThrow(/not found/);
  }
});
