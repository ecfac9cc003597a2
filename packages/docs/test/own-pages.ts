import { readDescription } from "@visitors-api/openapi";
import { noSamples } from "../src/reference/document.ts";
import { referenceOf } from "../src/reference/reference.ts";
import { copyOfDescription } from "./build.ts";

const document = copyOfDescription();
const description = readDescription(document);
const reference = referenceOf({
  ...{ document, description },
  samplesOf: () => noSamples,
  responseSample: () => undefined,
});
const [tag] = reference.tags;
const [operation] = tag?.operations ?? [];
if (tag === undefined || operation?.folder === undefined) throw new Error("The description has no operation");

/** Pages that the site of this repository has, whatever its description says. */
export const own = {
  tagFolder: tag.folder,
  operationFolder: operation.folder,
  operationTitle: operation.title,
  operationSummary: operation.summary,
};
