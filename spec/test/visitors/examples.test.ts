import { describe, expect, test } from "vitest";
import { description } from "../bundled.ts";
import { changed, invalidExamples } from "../invalid-examples.ts";

describe("an example that breaks its schema is found:", () => {
  test.each([
    {
      what: "a named example",
      pointer: "/components/examples/VisitorUpdatedById/value/session_count",
      found: { "/components/examples/VisitorUpdatedById/value": ["/session_count must be integer"] },
    },
    {
      what: "a property's example",
      pointer: "/components/schemas/Visitor/properties/anonymous/example",
      found: { "/components/schemas/Visitor/properties/anonymous/example": ["must be boolean"] },
    },
    {
      what: "a default",
      pointer: "/components/schemas/IntercomVersion/default",
      found: {
        "/components/schemas/IntercomVersion/default": ["must be equal to one of the allowed values"],
      },
    },
    {
      what: "a parameter's example",
      pointer: "/components/parameters/IntercomVersion/example",
      found: {
        "/components/parameters/IntercomVersion/example": ["must be equal to one of the allowed values"],
      },
    },
  ])("$what", ({ pointer, found }) => {
    expect(invalidExamples(changed(description, pointer, "wrong"))).toEqual(found);
  });

  test("a request that names no visitor", () => {
    const pointer = "/components/examples/UpdateVisitorByIdRequest/value";
    expect(Object.keys(invalidExamples(changed(description, pointer, { name: "Gareth Bale" })))).toEqual([
      pointer,
    ]);
  });
});
