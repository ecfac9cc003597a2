import { normalizeDocument, readNormalized } from "@visitors-api/openapi";
import { emit } from "../../src/emit/index.ts";
import { loadDescription } from "../../src/load/load.ts";
import { buildModel } from "../../src/model/build.ts";
import { format } from "../../src/write/format.ts";

/** What is generated of a description, unformatted. */
export async function emitted(path: string, lenient: boolean): Promise<Map<string, string>> {
  const document = await loadDescription(path, { lenient });
  const normalized = normalizeDocument(document);
  const description = readNormalized(document, normalized);
  const model = buildModel(description);
  const parts = emit(normalized, description, model, "../runtime/index.ts");
  return new Map([...parts].flatMap((part) => [...part]));
}

/** That the sources of many descriptions are code, which the formatter says of all of them in one process. */
export async function expectToParse(sources: ReadonlySet<string>): Promise<void> {
  await format(new Map([...sources].map((source, index) => [`${index}.ts`, source])));
}
