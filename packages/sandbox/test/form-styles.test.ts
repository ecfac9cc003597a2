import { readBack, styleVectors } from "@visitors-api/openapi/style-vectors";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { readForm } from "../src/request/form.ts";

// A field of a form is written as a parameter of a query is (OpenAPI 3.1 § 4.8.15.1.2).
const sent = styleVectors.filter(
  ({ place, isRefused, mediaType, allowEmptyValue }) =>
    place === "query" && !isRefused && mediaType === undefined && !allowEmptyValue,
);

test.each(sent.map((vector) => [vector.shows, vector] as const))("reads a field: %s", (_, vector) => {
  const { name, written = "", schema, style, explode, allowReserved } = vector;
  const media = {
    schema: { type: "object", properties: { [name]: schema } },
    encoding: { [name]: { style, explode, allowReserved } },
  };
  const content = { "application/x-www-form-urlencoded": media };
  const description = readDescription({
    openapi: "3.1.0",
    info: {},
    paths: { "/": { post: { requestBody: { content }, responses: {} } } },
  });
  const described = description.operations[0]?.requestBody?.content[0];
  if (!described) throw new Error("The description has no form");
  expect(Reflect.get(readForm(written, described, description), name)).toEqual(readBack(vector));
});
