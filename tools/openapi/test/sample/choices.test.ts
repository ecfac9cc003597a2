import { expect, test } from "vitest";
import { choices } from "../../src/sample/choices.ts";

test("what is preferred comes first, then what departs from it once, then twice", () => {
  const all: string[] = [];
  for (const choose of choices(100)) all.push(`${choose(2)}${choose(3)}`);
  expect(all).toEqual(["00", "10", "01", "02", "11", "12"]);
});

test("a choice may hang on another", () => {
  const all: string[] = [];
  for (const choose of choices(100)) all.push(choose(2) === 0 ? `a${choose(2)}` : "b");
  expect(all).toEqual(["a0", "b", "a1"]);
});

test("ends after as many runs as are allowed", () => {
  let count = 0;
  for (const choose of choices(7)) {
    choose(1_000_000);
    count++;
  }
  expect(count).toBe(7);
});
