import { expect, test } from "vitest";
import { head, mistakes, ok, unreadable } from "./support/mistakes.ts";
import { refusal } from "./support/refusal.ts";

test.for([...mistakes, ...unreadable])(
  "names the place of %s, and leaves the output as it was",
  async ([, message, text]) => {
    const { said, places } = await refusal({ "openapi.yaml": text });
    expect(said.map(({ place }) => place)).toEqual(places);
    for (const { message: found } of said) expect(found).toMatch(message);
  },
);

test("names the place of a mistake in JSON", async () => {
  const { said, places } = await refusal(
    { "openapi.json": '{\n  "openapi": "3.1.0",\n  "paths": {▶]\n}\n' },
    "openapi.json",
  );
  expect(said.map(({ place }) => place)).toEqual(places);
  expect(said[0]?.message).toMatch(/^It cannot be parsed as YAML or JSON: .*\.$/);
});

test("says that a missing file is missing", async () => {
  const { said } = await refusal({}, "nowhere.yaml");
  expect(said).toEqual([
    { place: "nowhere.yaml:1:1", message: "There is no such file. Give the path of a description." },
  ]);
});

test("says that a folder is no file", async () => {
  const { said } = await refusal({}, "client");
  expect(said).toEqual([
    { place: "client:1:1", message: "This is not a file. Give the path of a description." },
  ]);
});

test("says one message for each of several mistakes, in the order of the document", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}servers:
  - url: ▶https://{host}
paths:
  /pets/{id}:
    ▶get:
      operationId: pet
      ${ok}
  /cats:
    get:
      operationId: ▶pet
      security:
        - ▶key: []
      responses:
        "200":
          ▶$ref: "#/components/responses/Cat"
`,
  });
  expect(said.map(({ place }) => place)).toEqual(places);
  expect(said.map(({ message }) => message.slice(0, 23))).toEqual([
    "The URL https://{host} ",
    "The path /pets/{id} has",
    "The operationId `pet` i",
    "No security scheme is n",
    "Nothing is at `#/compon",
  ]);
});

test("reports a mistake in the file that it stands in", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths:
  /pets:
    $ref: paths/pets.yaml
`,
    "paths/pets.yaml": `get:
  parameters:
    - name: ▶id
      in: path
      required: true
      schema: { type: string }
  responses:
    "200":
      description: Found
      content:
        application/json:
          schema:
            ▶$ref: ../schemas.yaml#/Pet
`,
    "schemas.yaml": "Cat: { type: object }\n",
  });
  expect(said.map(({ place }) => place)).toEqual(places);
});

test("reports what no parser can read in the file that it stands in, once", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths: {}
components:
  schemas:
    Pet:
      $ref: schemas.yaml#/Pet
    Cat:
      $ref: schemas.yaml#/Cat
`,
    "schemas.yaml": "Pet: { type: object }\n▶Pet: { type: string }\n",
  });
  expect(
    said.filter(({ message }) => message.startsWith("It cannot be parsed")).map(({ place }) => place),
  ).toEqual(places);
});

test("reports a circular chain through other files", async () => {
  const { said, places } = await refusal({
    "openapi.yaml": `${head}paths: {}
components:
  schemas:
    A:
      ▶$ref: b.yaml#/B
`,
    "b.yaml": "B:\n  ▶$ref: openapi.yaml#/components/schemas/A\n",
  });
  expect(said.length).toBeGreaterThan(0);
  for (const { place, message } of said) {
    expect(places).toContain(place);
    expect(message).toContain("leads back to itself");
  }
});
