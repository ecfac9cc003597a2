import { ref, type SampleVector, vector } from "./vector.ts";

/** Components that stand in themselves. */
export const recursion: readonly SampleVector[] = [
  vector("a tree, whose children may be none", { name: "string", children: [] }, ref("Tree"), {
    schemas: {
      Tree: {
        type: "object",
        required: ["children"],
        properties: { name: { type: "string" }, children: { type: "array", items: ref("Tree") } },
      },
    },
  }),
  vector("a list that ends with null", { value: 0, next: null }, ref("Node"), {
    schemas: {
      Node: {
        type: "object",
        required: ["next"],
        properties: { value: { type: "integer" }, next: { anyOf: [ref("Node"), { type: "null" }] } },
      },
    },
  }),
  vector("an expression whose first alternative is made of two others", { left: 0, right: 0 }, ref("Sum"), {
    schemas: {
      Expression: { oneOf: [ref("Sum"), { type: "integer" }] },
      Sum: {
        type: "object",
        required: ["left", "right"],
        properties: { left: ref("Expression"), right: ref("Expression") },
      },
    },
  }),
  vector("optional properties of the same kind", { name: "string" }, ref("Person"), {
    schemas: {
      Person: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, mother: ref("Person"), father: ref("Person") },
      },
    },
  }),
  vector("two components that refer to each other", { b: { n: 0 } }, ref("A"), {
    schemas: {
      A: { type: "object", properties: { b: ref("B") } },
      B: { type: "object", properties: { a: ref("A"), n: { type: "integer" } } },
    },
  }),
  vector(
    "a component that has to stand in itself once",
    { name: "string", child: { name: "string" } },
    { allOf: [ref("Tree"), { required: ["child"] }] },
    { schemas: { Tree: { type: "object", properties: { name: { type: "string" }, child: ref("Tree") } } } },
  ),
  vector(
    "a component that is there twice, but not in itself",
    { a: { x: 0 }, b: { x: 0 } },
    { type: "object", properties: { a: ref("Point"), b: ref("Point") } },
    { schemas: { Point: { type: "object", properties: { x: { type: "integer" } } } } },
  ),
  vector("a map of maps", {}, ref("Map"), {
    schemas: { Map: { type: "object", additionalProperties: ref("Map") } },
  }),
];
