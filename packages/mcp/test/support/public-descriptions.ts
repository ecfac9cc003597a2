import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Descriptions that others have published, by their names. */
export function publicDescriptions(): (readonly [name: string, document: object])[] {
  const folder = fileURLToPath(new URL(".", import.meta.resolve("@readme/oas-examples/package.json")));
  return ["3.0/json", "3.1/json"].flatMap((version) =>
    readdirSync(`${folder}${version}`)
      .filter((name) => name.endsWith(".json"))
      .map(
        (name) =>
          [`${version}/${name}`, JSON.parse(readFileSync(`${folder}${version}/${name}`, "utf8"))] as const,
      ),
  );
}
