import { readDescription } from "@visitors-api/openapi";
import notes from "@visitors-api/openapi/notes" with { type: "json" };
import { expect, test } from "vitest";
import { operationsToShow, sampleDocument, samplesOf } from "../src/samples/samples.ts";

/** The operation that has a body with several examples. */
function shownOf(description: object) {
  const shown = operationsToShow(readDescription(description)).find(
    ({ operation }) => operation.id === "updateNote",
  );
  if (shown === undefined) throw new Error("The description has lost its operation");
  return shown;
}

test("each example has a sample in each language, and is called by its summary", () => {
  const description = structuredClone(notes);
  const { languages, examples, sources } = sampleDocument(shownOf(description));
  expect(languages.map(({ label }) => label)).toEqual(["TypeScript", "curl", "fetch", "Python", "Go"]);
  const { byId, bySlug } = description.components.examples;
  expect(examples).toEqual([byId.summary, bySlug.summary]);
  expect(sources).toHaveLength(languages.length * examples.length);
  const made = samplesOf(shownOf(description)).map(({ source }) => source);
  expect(sources.map(({ source }) => source)).toEqual(made);
});

test("samples that the description has of its own take the place of those of the same label, for every example", () => {
  const description = structuredClone(notes);
  const own = { lang: "python", label: "Python", source: "print('mine')" };
  Object.assign(description.paths["/notes"].put, { "x-codeSamples": [own] });
  const { languages, sources } = sampleDocument(shownOf(description));
  const python = languages.findIndex(({ label }) => label === "Python");
  expect(sources.filter(({ language }) => language === python)).toEqual([
    { language: python, example: -1, source: "print('mine')" },
  ]);
});

test("a server's URL that is none is in samples as it is described", () => {
  const description = structuredClone(notes);
  for (const url of ["https://notes example", "//notes.example:port"]) {
    Object.assign(description, { servers: [{ url }] });
    const curl = samplesOf(shownOf(description)).find(({ label }) => label === "curl");
    expect(curl?.source).toContain(`${url}/notes`);
  }
});
