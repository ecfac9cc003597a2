import type { Schema } from "../../../src/index.ts";
import { ref, type SampleVector, vector } from "./vector.ts";

const user: Schema = {
  type: "object",
  required: ["id", "name", "password"],
  properties: {
    id: { type: "string", readOnly: true },
    name: { type: "string" },
    password: { type: "string", writeOnly: true },
    bio: { type: "string" },
    city: { type: "string", example: "Ghent" },
  },
};
const ann = { id: "1", name: "Ann", password: "secret" };
const schemas = { User: user };

/** What differs between requests and responses. */
export const direction: readonly SampleVector[] = [
  vector(
    "a request, without what is readOnly, and with an optional property that has an example",
    { name: "string", password: "string", city: "Ghent" },
    ref("User"),
    { schemas, direction: "request" },
  ),
  vector(
    "a response, without what is writeOnly, and with all optional properties",
    { id: "string", name: "string", bio: "string", city: "Ghent" },
    ref("User"),
    { schemas },
  ),
  vector(
    "a property that refers to what is readOnly",
    { a: 0 },
    { type: "object", required: ["id", "a"], properties: { id: ref("Id"), a: { type: "integer" } } },
    { schemas: { Id: { type: "string", readOnly: true } }, direction: "request" },
  ),
  vector(
    "an example with a property that is readOnly, in a request",
    { name: "Ann", password: "secret" },
    { ...user, example: ann },
    { direction: "request" },
  ),
  vector(
    "an example with a property that is writeOnly, in a response",
    { id: "1", name: "Ann" },
    { ...user, example: ann },
  ),
  vector(
    "an example of items with a property that is readOnly, in a request",
    [{ name: "Ann", password: "secret" }],
    { type: "array", items: ref("User"), example: [ann] },
    { schemas, direction: "request" },
  ),
  vector(
    "a request in which nothing is required and nothing has an example",
    { a: 0, b: "string" },
    { type: "object", properties: { a: { type: "integer" }, b: { type: "string" } } },
    { direction: "request" },
  ),
  vector(
    "a request with an optional object that has an example within",
    { a: 0, b: { c: "x" } },
    {
      type: "object",
      required: ["a"],
      properties: {
        a: { type: "integer" },
        b: { type: "object", properties: { c: { type: "string", example: "x" }, d: { type: "string" } } },
        e: { type: "object", properties: { f: { type: "string" } } },
      },
    },
    { direction: "request" },
  ),
];
