import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { checkCompatible } from "../src/compile/compile.ts";
import { compareVersions, type DiffOptions, judge } from "../src/diff.ts";
import type { Difference } from "../src/difference.ts";
import { readPolicy } from "../src/policy.ts";
import { prepare, type Versions } from "../src/read/read.ts";
import {
  answered,
  components,
  describePets,
  json,
  type Patch,
  parameters,
  responses,
} from "./support/pets.ts";
import { placesIn } from "./support/places.ts";

const ending = { deprecated: true, "x-sunset": "2027-06-30" };
const string = { type: "string" };
const old = { name: "old", in: "query", schema: string };
const pet = (more: Patch, required: readonly string[] = ["name"]): Patch =>
  answered({ type: "object", required, properties: { name: string, ...more } });
const operation = (fields: Patch, schema = "Cat"): Patch => ({
  paths: {
    "/cats": {
      get: {
        operationId: "getCats",
        responses: { 200: { description: "", content: json({ $ref: `#/components/schemas/${schema}` }) } },
        ...fields,
      },
    },
  },
});
const cat = components({ Cat: { type: "object", properties: { lives: { type: "integer" } } } });

/** What was there, and what it was before that. */
const removals: readonly [what: string, before: readonly Patch[], after: readonly Patch[]][] = [
  ["an operation, with the type that only it had", [operation(ending), cat], []],
  ["a parameter", [parameters({ ...old, ...ending })], [parameters()]],
  [
    "a parameter that is a component",
    [
      parameters({ $ref: "#/components/parameters/Old" }),
      { components: { parameters: { Old: { ...old, ...ending } } } },
    ],
    [parameters()],
  ],
  ["a property that was always there", [pet({ tag: { ...string, ...ending } }, ["name", "tag"])], [pet({})]],
  [
    "a header of a response",
    [responses({ 200: { headers: { Old: { schema: string, ...ending } } } })],
    [responses({ 200: {} })],
  ],
  ["a type", [components({ Cat: { type: "object", ...ending } })], []],
];

/** What goes beside them with no word before. */
const unannounced: readonly [what: string, before: readonly Patch[], after: readonly Patch[]][] = [
  ["what is not deprecated", [pet({ tag: { ...string, "x-sunset": "2027-06-30" } })], [pet({})]],
  ["what has no day", [pet({ tag: { ...string, deprecated: true } })], [pet({})]],
  [
    "a type that another operation had too",
    [operation(ending), cat, answered({ $ref: "#/components/schemas/Cat" })],
    [answered(string)],
  ],
  [
    "another property, which the compiler misses",
    [pet({ tag: { ...string, ...ending }, kind: string }, ["name", "tag", "kind"])],
    [pet({})],
  ],
];

function versionsOf([, before, after]: (typeof removals)[number]): Versions {
  const read = (patches: readonly Patch[]) => {
    const document = describePets("3.1.0", ...patches);
    return { ...prepare(document), placeOf: placesIn(document) };
  };
  return { before: read(before), after: read(after) };
}

const lenient = { removalAfterSunset: "additive", today: "2027-06-30" } as const;
const judged = new Map<DiffOptions, readonly Difference[]>();
const policies: readonly DiffOptions[] = [
  lenient,
  { ...lenient, today: "2027-06-29" },
  { today: "2027-06-30" },
];

beforeAll(async () => {
  for (const policy of policies) {
    const compared = [...removals, ...unannounced].map((each) => compareVersions(versionsOf(each), policy));
    const compiled = await checkCompatible(compared.map((each) => each.unannounced));
    judged.set(
      policy,
      compared.map(({ changes, unannounced }, index) =>
        judge(unannounced, changes, compiled[index] ?? { verdict: "compatible", problems: [] }),
      ),
    );
  }
});

describe("once it is over, where the policy has it so,", () => {
  test.each(removals.map(([what], index) => ({ what, index })))(
    "the removal of $what is additive",
    ({ index }) => {
      const difference = judged.get(lenient)?.[index];
      expect(difference).toMatchObject({ verdict: "additive", compiler: { verdict: "compatible" } });
      expect(difference?.changes[0]?.summary).toMatch(/ That was announced for 2027-06-30\.$/);
    },
  );

  test.each(unannounced.map(([what], index) => ({ what, index })))(
    "that of $what breaks all the same",
    ({ index }) => {
      expect(judged.get(lenient)?.[removals.length + index]?.verdict).toBe("breaking");
    },
  );
});

test("the day before, and without the policy, each of them breaks", () => {
  for (const policy of policies.slice(1))
    expect(judged.get(policy)?.map(({ verdict }) => verdict)).toEqual(
      judged.get(policy)?.map(() => "breaking"),
    );
});

test("a change is known by the same identity whatever the policy says of it", () => {
  const [one, ...others] = policies.map((policy) =>
    judged.get(policy)?.map(({ changes }) => changes.map(({ identity }) => identity).sort()),
  );
  for (const other of others) expect(other).toEqual(one);
});

describe("a policy", () => {
  async function written(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "spec-diff-policy-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "policy.yaml");
    writeFileSync(file, text);
    return file;
  }

  test("is read from a file, and one of defaults is that of no file or an empty one", async () => {
    expect(readPolicy(await written("removal-after-sunset: additive\n"))).toEqual({
      removalAfterSunset: "additive",
    });
    expect(readPolicy(await written("# nothing\n"))).toEqual({});
    expect(readPolicy("/nowhere/policy.yaml")).toEqual({});
  });

  test.each([
    ["# A policy\nremoval-after-sunset: minor\n", "2:1: A policy has the one key"],
    ["removal-after-sunset: additive\nother: 1\n", "1:1: A policy has the one key"],
    ["- removal-after-sunset\n", "1:1: A policy has the one key"],
    ["removal-after-sunset: [\n", ":1: "],
  ])("that cannot be read is refused with its place: %j", async (text, message) => {
    const file = await written(text);
    expect(() => readPolicy(file)).toThrow(message);
  });
});
