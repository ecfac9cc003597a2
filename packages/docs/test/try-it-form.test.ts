import type { SecurityScheme } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import notes from "@visitors-api/openapi/notes" with { type: "json" };
import { stringify } from "devalue";
import { expect, test } from "vitest";
import { operationsToShow } from "../src/samples/samples.ts";
import { masksFor } from "../src/try-it/browser/call/mask.ts";
import { emptyDraft } from "../src/try-it/browser/draft/draft.ts";
import { inputOf, readForm, stateOf } from "../src/try-it/browser/draft/form-state.ts";
import { readDraft } from "../src/try-it/browser/draft/read-draft.ts";
import { buildTryPage } from "../src/try-it/build-try-page.ts";
import { ControlBuilder } from "../src/try-it/form/build-controls.ts";
import { copyOfDescription } from "./build.ts";
import { oddOperations } from "./odd-operations.ts";

function tryPages(document: object) {
  return operationsToShow(readDescription(document)).map(buildTryPage);
}

test.each([
  ["the described API", copyOfDescription()],
  ["odd operations", oddOperations],
])("what a form of %s starts with is sent as the example has it", (_, description) => {
  for (const { form, presets } of tryPages(description)) {
    for (const preset of presets) {
      const values = readForm(form, stateOf(form, preset));
      expect(values.issues).toEqual([]);
      expect(values.parameters).toEqual(preset.parameters);
      expect(values.headers).toEqual(preset.headers);
      // In a form nothing entered is left out, and an empty list or map too.
      expect(values.body).toEqual(preset.body);
    }
  }
});

test("an example that is not what the form can show is shown as JSON, and nothing of it is lost", () => {
  const description = structuredClone(notes);
  const body = { id: "1", name: 5, unheard_of: true };
  Object.assign(description.components.examples.byId, { value: body });
  const shown = operationsToShow(readDescription(description)).find(
    ({ operation }) => operation.id === "updateNote",
  );
  if (shown === undefined) throw new Error("The description has lost its operation");
  const page = buildTryPage(shown);
  const state = stateOf(page.form, page.presets[0]);
  expect(state.get("body")?.kind).toBe("json");
  expect(inputOf(page.form, readForm(page.form, state))).toEqual(body);
});

test("schemas that contain each other, and a great many of them, still make a form of a page's size", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => {
      const properties = Array.from({ length: 60 }, (_, other) => {
        return [
          `p${other}`,
          { $ref: `#/components/schemas/S${(index + other) % 60}`, description: `${other}` },
        ];
      });
      return [
        `S${index}`,
        { type: "object" as const, properties: Object.fromEntries(properties), required: ["p0", "p1"] },
      ];
    }),
  );
  const builder = new ControlBuilder(schemas, { files: false });
  const control = builder.control({ $ref: "#/components/schemas/S0" });
  expect(stringify(control).length).toBeLessThan(500_000);
  expect(JSON.stringify(readDraft(control, emptyDraft(control), [])).length).toBeLessThan(5_000);
});

test("secrets are masked where they are sent, and wherever they come back", () => {
  const scheme = (kind: SecurityScheme["kind"], parameter?: string): SecurityScheme => {
    return { name: kind, option: kind, kind, parameter, description: "" };
  };
  const masks = masksFor([
    { scheme: scheme("bearer"), parts: ["bearer-secret"] },
    { scheme: scheme("basic"), parts: ["ada", "pass word+"] },
    { scheme: scheme("header", "X-Key"), parts: ["k"] },
    { scheme: scheme("query", "key"), parts: ["q&1"] },
  ]);
  expect(masks.header("Authorization", "Bearer bearer-secret")).toBe("Bearer ••••••••");
  expect(masks.header("x-key", "k")).toBe("••••••••");
  expect(masks.header("X-Other", "knows bearer-secret")).toBe("knows ••••••••");
  expect(masks.url("https://a.example/x%20y?a=k&key=q%261&b=%2F")).toBe(
    "https://a.example/x%20y?a=k&key=••••••••&b=%2F",
  );
  const encoded = [btoa("ada:pass word+"), encodeURIComponent("pass word+"), "pass word+", "ada", "k"].join();
  expect(masks.text(encoded)).toBe("••••••••,••••••••,••••••••,ada,k");
});
