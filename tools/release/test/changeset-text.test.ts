import { expect, test } from "vitest";
import { type Changeset, printChangeset } from "../src/changesets/changeset.ts";
import { type Entry, entriesOf } from "../src/changesets/entries.ts";
import { withoutMarks } from "../src/changesets/items.ts";
import { rewrite } from "../src/changesets/rewrite.ts";
import { difference } from "./support/difference.ts";

const packages = ["client", "spec"];
const [breaks, adds, documents] = entriesOf(
  difference([
    ["documentation", "`name` reads differently."],
    ["additive", "`nickname` is new."],
    ["breaking", "`email` is required."],
  ]),
) as [Entry, Entry, Entry]; // As many as there are changes.

function written(pending: readonly Changeset[], ...entries: Entry[]): Changeset[] {
  return [...rewrite(pending, entries, packages).changesets];
}

function one(changesets: readonly Changeset[]): Changeset {
  expect(changesets).toHaveLength(1);
  return changesets[0] as Changeset; // There is one.
}

test("each kind of change has a changeset of its own, with the bump that it needs for every package", () => {
  const changesets = written([], breaks, adds, documents);
  expect(changesets.map((changeset) => withoutMarks(printChangeset(changeset)))).toEqual([
    '---\n"client": major\n"spec": major\n---\n\n- `email` is required.\n',
    '---\n"client": minor\n"spec": minor\n---\n\n- `nickname` is new.\n',
    '---\n"client": patch\n"spec": patch\n---\n\n- `name` reads differently.\n',
  ]);
  expect(changesets.map(({ id }) => id)).toEqual([
    `description-breaking-${breaks.mark}`,
    `description-additive-${adds.mark}`,
    `description-documentation-${documents.mark}`,
  ]);
});

test("a change that is told of twice is listed once", () => {
  const entries = entriesOf(
    difference([
      ["additive", "`a` is new."],
      ["additive", "`a`  is\nnew."],
    ]),
  );
  expect(entries.map(({ text }) => text)).toEqual(["`a` is new."]);
});

test("what only the compiler takes for a break is listed as one, in words for users", () => {
  const problem = {
    operation: "updateNote",
    side: "input",
    part: "input",
    summary: "`updateNote` no longer takes all that it took as `text`.",
    message: "Type 'A' is not assignable to type 'B'.",
    identity: '["compiler","updateNote","input","text"]',
  } as const;
  const only = entriesOf(difference([["additive", "`a` is new."]], [problem]));
  expect(only.map(({ verdict, text }) => `${verdict}: ${text}`)).toEqual([
    "breaking: `updateNote` no longer takes all that it took as `text`.",
    "additive: `a` is new.",
  ]);
  // It is known by what it is about, whatever is said of it.
  const reworded = entriesOf(difference([], [{ ...problem, summary: "Otherwise.", message: "Otherwise." }]));
  expect(reworded.map(({ mark }) => mark)).toEqual([only[0]?.mark]);
});

test("what a rule says of an operation is not said once more for the compiler", () => {
  const problem = {
    operation: "updateNote",
    side: "output",
    part: "404",
    summary: "What `updateNote` answers for 404 may be something else than before.",
    message: "Types differ.",
    identity: "",
  } as const;
  const broken = difference([["breaking", "`email` is gone.", ["updateNote"]]], [problem]);
  expect(entriesOf(broken).map(({ text }) => text)).toEqual(["`email` is gone."]);
  const elsewhere = difference([["breaking", "`email` is gone.", ["listNotes"]]], [problem]);
  expect(entriesOf(elsewhere).map(({ text }) => text)).toEqual(["`email` is gone.", problem.summary]);
});

test("writing again what is written changes nothing", () => {
  const first = written([], breaks, adds, documents);
  expect(written(first, breaks, adds, documents)).toEqual(first);
});

test("words of a maintainer are kept, and a further change gets a changeset of its own", () => {
  const pending = one(written([], adds));
  const edited = {
    ...pending,
    summary: `Names.\n\n${pending.summary.replace("is new", "is here,\n  at last")}\n- Faster.`,
  };
  const more = { ...documents, verdict: "additive" } as const;
  const after = written([edited], adds, more);
  expect(after.map(({ summary }) => withoutMarks(summary))).toEqual([
    "Names.\n\n- `nickname` is here,\n  at last.\n- Faster.",
    "- `name` reads differently.",
  ]);
});

test("words of a maintainer are kept while their change stands, whatever else is said of it", () => {
  const [pending] = written([], adds);
  const edited = { ...(pending as Changeset), summary: `- At last. <!-- change ${adds.mark} -->` };
  // Another operation, and another schema, have it too by now.
  const now = { ...adds, verdict: "breaking", text: "`nickname` (and `alias`) is new." } as const;
  expect(written([edited], now)).toEqual([{ ...edited, bumps: { client: "major", spec: "major" } }]);
});

test("two branches write no file of the same name, and merged they tell of both changes", () => {
  const other = { ...documents, verdict: "additive" } as const;
  const merged = [...written([], adds), ...written([], other)];
  expect(new Set(merged.map(({ id }) => id)).size).toBe(2);
  expect(written(merged, adds, other)).toEqual(merged);
});

test("an item into which a maintainer merged two changes stands for both", () => {
  const [first, second] = [one(written([], adds)), one(written([], breaks))];
  const merged = { ...second, summary: `${second.summary} ${/<!--.*-->/.exec(first.summary)?.[0]}` };
  expect(written([merged], adds, breaks)).toEqual([merged]);
  expect(written([merged], adds)).toEqual([merged]);
});

test("a bump that is too low is raised, and one that is higher than it need be is kept", () => {
  const pending = one(written([], adds));
  const low = { ...pending, bumps: { client: "patch", other: "patch" } } as const;
  expect(one(written([low], adds))).toEqual({
    ...pending,
    bumps: { client: "minor", other: "patch", spec: "minor" },
  });
  const high = { ...pending, bumps: { client: "major", spec: "minor" } } as const;
  expect(written([high], adds)).toEqual([high]);
});

test("what is no longer so is taken out and told of, and a changeset with nothing else is removed", () => {
  const pending = written([], breaks, adds);
  const { changesets, removed } = rewrite(pending, [adds], packages);
  expect(changesets.map(({ id }) => id)).toEqual([`description-additive-${adds.mark}`]);
  expect(removed).toEqual(["`email` is required."]);
});

test("a changeset that has nothing to do with the description is left alone", () => {
  const fix = { id: "fix", bumps: { client: "patch" }, summary: "Waits less." } as const;
  expect(written([fix])).toEqual([fix]);
  expect(written([fix], adds)[0]).toEqual(fix);
});

test("a correction asks for a patch and says why, also when it was written down as a break before", () => {
  const why = "The API never sent it.";
  const correction = { ...breaks, verdict: "documentation", text: `${breaks.text} ${why}`, why } as const;
  const [fresh] = written([], correction);
  expect(fresh).toMatchObject({
    id: `description-documentation-${breaks.mark}`,
    bumps: { client: "patch", spec: "patch" },
  });
  expect(withoutMarks(fresh?.summary ?? "")).toBe("- `email` is required. The API never sent it.");

  const pending = written([], breaks, adds).map((changeset) => ({
    ...changeset,
    summary: changeset.summary.replace("is required", "was\n  always required"),
  }));
  const after = written(pending, correction, adds);
  expect(after.map(({ id, bumps }) => [id, bumps["client"]])).toEqual([
    [`description-additive-${adds.mark}`, "minor"],
    [`description-documentation-${breaks.mark}`, "patch"],
  ]);
  expect(withoutMarks(after[1]?.summary ?? "")).toBe(
    `- \`email\` was\n  always required. It is a correction: ${why}`,
  );
  expect(written(after, correction, adds)).toEqual(after);
});

test("a changeset of a maintainer keeps its bump, whatever is accepted of what it lists", () => {
  const own = {
    id: "mine",
    bumps: { client: "major" },
    summary: `- Ours. <!-- change ${breaks.mark} -->`,
  } as const;
  const correction = { ...breaks, verdict: "documentation", why: "It never was." } as const;
  expect(written([own], correction)).toEqual([{ ...own, bumps: { client: "major", spec: "patch" } }]);
});
