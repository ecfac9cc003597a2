import { STATUS_CODES } from "node:http";
import { expect, test } from "vitest";
import { errorClass, reasonPhrase } from "../src/model/reason-phrases.ts";

test.for([
  [401, "UnauthorizedError"],
  [404, "NotFoundError"],
  [418, "ImATeapotError"],
  [429, "TooManyRequestsError"],
  [500, "InternalServerError"],
  [505, "HTTPVersionNotSupportedError"],
  [499, "Status499Error"],
] as const)("the error of status %i is %s", ([status, name]) => {
  expect(errorClass(status)).toBe(name);
});

test("every status of an error that Node knows has a reason phrase, and a class of its own", () => {
  const statuses = Object.keys(STATUS_CODES)
    .map(Number)
    .filter((status) => status >= 300);
  // Node knows 509, which nobody registered, and 425 from before it was.
  for (const status of statuses.filter((status) => status !== 509))
    expect(reasonPhrase(status)).not.toBe(`Status ${status}`);
  expect(new Set(statuses.map(errorClass)).size).toBe(statuses.length);
});
