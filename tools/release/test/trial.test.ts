import { expect, test } from "vitest";
import { previousOutcome, whatItPrinted } from "../src/rehearsal/trial.ts";

const fine = { status: 0, output: "Milk\n" };
const broken = { status: 1, output: "TS2353: no such property" };

test("a quick start has to compile and to run, and a failure comes in its own words", () => {
  expect(whatItPrinted({ compiled: fine, ran: fine })).toBe("Milk");
  expect(() => whatItPrinted({ compiled: broken, ran: fine })).toThrow(/TS2353.*does not compile/s);
  expect(() => whatItPrinted({ compiled: fine, ran: broken })).toThrow(/TS2353.*does not run/s);
});

test("the previous quick start may break with a major version only, and what became of it is said", () => {
  const broke = { compiled: broken, ran: fine };
  expect(() => previousOutcome(broke, "minor")).toThrow("does not compile");
  expect(previousOutcome(broke, "major")).toContain("it no longer compiles and still runs");
  expect(previousOutcome({ compiled: fine, ran: broken }, "major")).toContain(
    "still compiles and no longer runs",
  );
  expect(previousOutcome({ compiled: fine, ran: fine }, "none")).toBe("Milk");
});
