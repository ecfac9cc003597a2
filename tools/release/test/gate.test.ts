import { expect, test } from "vitest";
import type { Changeset } from "../src/changesets/changeset.ts";
import { type Entry, entriesOf } from "../src/changesets/entries.ts";
import { gate } from "../src/changesets/gate.ts";
import { rewrite } from "../src/changesets/rewrite.ts";
import { difference } from "./support/difference.ts";

const packages = ["client", "spec"];
const entries = entriesOf(difference([["additive", "`nickname` is new."]]));

const id = `description-additive-${entries[0]?.mark}`;

function written(...wanted: Entry[]): Changeset[] {
  return [...rewrite([], wanted, packages).changesets];
}

function withBumps(bumps: Changeset["bumps"]): Changeset[] {
  return written(...entries).map((changeset) => ({ ...changeset, bumps }));
}

test("a change without a changeset does not pass", () => {
  expect(gate([], entries, packages)).toEqual(["In no changeset (additive): `nickname` is new."]);
});

test("a changeset that was written for an earlier change does not pass for a later one", () => {
  const later = entriesOf(
    difference([
      ["additive", "`nickname` is new."],
      ["additive", "`age` is new."],
    ]),
  );
  expect(gate(written(...entries), later, packages)).toEqual(["In no changeset (additive): `age` is new."]);
});

test.each<[string, Changeset["bumps"], string]>([
  ["for all packages", { client: "patch", spec: "patch" }, "patch for client, patch for spec"],
  ["for one package", { client: "patch", spec: "minor" }, "patch for client"],
  ["by leaving one out", { client: "minor" }, "none for spec"],
])("a changeset that understates a change does not pass, %s", (_, bumps, asked) => {
  expect(gate(withBumps(bumps), entries, packages)).toEqual([
    `.changeset/${id}.md says ${asked}, and this is additive, so minor: \`nickname\` is new.`,
  ]);
});

test("a changeset that says enough passes, and one that says more", () => {
  expect(gate(written(...entries), entries, packages)).toEqual([]);
  expect(gate(withBumps({ client: "major", spec: "minor" }), entries, packages)).toEqual([]);
});

test("a changeset in other words passes, in any file", () => {
  const moved = written(...entries).map((changeset) => ({
    ...changeset,
    id: "names",
    summary: changeset.summary.replace("`nickname` is new", "There are nicknames"),
  }));
  expect(gate(moved, entries, packages)).toEqual([]);
});

test("a changeset that tells of a change that was taken back does not pass", () => {
  expect(gate(written(...entries), [], packages)).toEqual([
    `.changeset/${id}.md lists what is no longer so: \`nickname\` is new.`,
  ]);
});

test("a changeset for something else neither passes for a change nor stands in the way", () => {
  const fix: Changeset = { id: "fix", bumps: { client: "major", spec: "major" }, summary: "- Waits less." };
  expect(gate([fix], entries, packages)).toHaveLength(1);
  expect(gate([fix], [], packages)).toEqual([]);
});
