import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verdaccio } from "@visitors-api/release/on-demand";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Edit, editDescription } from "../../support/edit-description.ts";
import { Checkout } from "../../visitors/maintainers-day/checkout.ts";
import {
  addField,
  addOperation,
  deprecateField,
  field,
  obsolete,
  operation,
  removeField,
} from "../../visitors/maintainers-day/description-edits.ts";
import { Docs } from "../../visitors/maintainers-day/docs.ts";
import {
  findsObsolete,
  missesObsolete,
  program,
  quickStart,
} from "../../visitors/maintainers-day/programs.ts";
import type { Site } from "../../visitors/maintainers-day/site.ts";
import { useClient } from "../../visitors/maintainers-day/use-client.ts";
import { useTool } from "../../visitors/maintainers-day/use-tool.ts";

/** Semantic versioning, below 1.0 too. */
const bumps = { breaking: "major", additive: "minor", documentation: "patch" } as const;

type Verdict = keyof typeof bumps;

interface Change {
  readonly verdict: Verdict;
  readonly summary: string;
}

/** What the maintainer writes of the new field, in place of what was proposed. */
const ownWords = "Every visitor has a nickname.";

let folder: string;
let checkout: Checkout;
let docs: Docs;
let names: string[];
/** The version of the description in the morning, and the one that the additions are released with. */
let morning: string;
let noon: string;
/** The changes that the pending changesets tell of, each with the words for it. */
const told = new Map<string, string>();

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "visitors-api-day-")));
  checkout = await Checkout.released(join(folder, "repository"));
  docs = new Docs(checkout, folder);
  names = [...checkout.versions().keys()];
  [morning = ""] = checkout.versions().values();
  noon = checkout.nextVersion("minor");
  // It is installed when it is not.
  await verdaccio();
});

afterAll(async () => {
  await docs.close();
  await rm(folder, { recursive: true, force: true });
});

// Each part of the day begins where the one before it has ended.
let isOver = false;
beforeEach(({ skip }) => skip(isOver, "a part of the day before this one has failed"));
afterEach(({ task }) => {
  isOver ||= task.result?.state === "fail";
});

describe("on a maintainer's day", () => {
  test("a field added to a response is told as additive", async () => {
    const [summary = "", ...others] = await change(addField, "additive");
    expect(summary).toContain(field.name);
    expect(others).toEqual([]);
    const [file, changeset] = await changesetWith(summary);
    await writeFile(file, changeset.replace(summary, ownWords));
    told.set(summary, ownWords);
  });

  test("an operation that is added is told as additive", () => change(addOperation, "additive"));

  test("a field that is deprecated is told as additive", () => change(deprecateField, "additive"));

  test("all that is added reaches client and sandbox, and what is deprecated is marked", async () => {
    await generate();

    const printed = await useClient(checkout.folder, quickStart + findsObsolete);

    expect(printed).toBe(`${field.value}\n${operation.answer.text}\ntrue`);
    const types = await readFile(checkout.path("packages/client/src/generated/types.ts"), "utf8");
    expect(types).toMatch(new RegExp(`@deprecated\\n[^/]*\\*/\\s*${obsolete}\\?:`));
  });

  test("an operation that is added is a tool for agents, which the sandbox answers", async () => {
    const { id, summary, parameter, answer } = operation;
    const given = { id: "660e73c36abd01bd27af623d", [parameter.name]: true };
    expect(await useTool(checkout, id, given)).toEqual({ title: summary, answer });
  });

  test("the docs show all that is pending, with the words of the changesets, as of the next release", async () => {
    const site = await docs.now();

    expect(await site.property("updateVisitor-200", field.name)).toContain(field.description);
    expect(await site.property("updateVisitor-200", field.name)).toContain("Added in the next release");
    for (const text of [operation.summary, operation.parameter.description])
      expect(await site.page(operation.folder)).toContain(text);
    expect(await site.property("updateVisitor-200", obsolete)).toContain("Deprecated since the next release");
    await expectChangelog(site, "Unreleased");
  });

  test("its release is rehearsed to what users of npm and of pnpm do with it", async () => {
    const readme = checkout.path("packages/client/README.md");
    const text = await readFile(readme, "utf8");
    await writeFile(readme, text.replace(/(?<=^```ts\n).*?(?=^```$)/ms, quickStart));
    const state = await checkout.state();

    const { status, output } = await checkout.npmRun("release", ["--dry-run"]);

    expect(status, output).toBe(0);
    for (const [name, version] of checkout.versions())
      expect(output).toContain(`${name} ${version} → ${noon}`);
    for (const manager of ["npm", "pnpm"]) {
      expect(output).toMatch(
        new RegExp(
          `Install with ${manager} .*\n.*Quick start there: ${field.value}\n${operation.answer.text}\n`,
        ),
      );
    }
    // It is another program, so it was run too, and it is no major version that may break it.
    expect(output).toMatch(new RegExp(`Quick start of ${morning}: (?!it is the same|it no longer)`));
    const listed = `( {2}@visitors-api/.*KB packed\n){${names.length}}$`;
    expect(output).toMatch(new RegExp(`A release publishes, with the tag latest:\n${listed}`));
    expect(await checkout.state()).toBe(state);
  });

  test("its release keeps the description, and docs say since when there is what", async () => {
    await release(noon);

    const kept = checkout.path("spec/releases", noon);
    expect(await readFile(join(kept, "openapi.json"), "utf8")).toBe(
      await readFile(checkout.path("spec/dist/openapi.json"), "utf8"),
    );
    expect(await readFile(join(kept, "quick-start.ts"), "utf8")).toBe(quickStart);
    for (const changelog of await checkout.changelogs()) {
      const [, minor = ""] =
        /### Minor Changes\n\n((?:.*\n)*?)(?:#|$)/.exec(sectionOf(changelog, noon) ?? "") ?? [];
      expect(minor).toContain(`- ${ownWords}\n`);
    }

    const site = await docs.now();
    expect(await site.property("updateVisitor-200", field.name)).toContain(`Added in ${noon}`);
    expect(await site.property("updateVisitor-200", obsolete)).toContain(`Deprecated since ${noon}`);
    expect(await site.page(operation.folder)).toContain(`Added in ${noon}`);
    await expectChangelog(site, noon);
    told.clear();
  });

  test("a field that is removed is told as breaking, is gone everywhere, and makes the next version a major", async () => {
    const summaries = await change(removeField, "breaking");
    await generate();

    const [site, printed] = await Promise.all([
      docs.now(),
      useClient(checkout.folder, program + findsObsolete + missesObsolete),
    ]);

    expect(printed).toBe("false");
    expect(await site.property("updateVisitor-200", obsolete)).toBe("");
    expect(await site.property("updateVisitor-200", field.name)).toContain(`Added in ${noon}`);
    await expectChangelog(site, "Unreleased");

    const evening = checkout.nextVersion("major");
    await release(evening);
    for (const changelog of await checkout.changelogs()) {
      for (const summary of summaries)
        expect(sectionOf(changelog, evening)).toContain(`### Major Changes\n\n- ${summary}\n`);
    }
  });
});

/**
 * Makes an edit, and types what it takes until users are told of it.
 *
 * @returns what the changes with that verdict are, in the words that are proposed.
 */
async function change(edit: Edit, verdict: Verdict): Promise<string[]> {
  await editDescription(checkout.path("spec/openapi.yaml"), edit);

  const [gate, diff] = await Promise.all([
    checkout.check("changeset"),
    checkout.npmRun("spec:diff", ["--format", "json", "--fail-on", "breaking"]),
  ]);
  expect(gate.status, gate.output).toBe(1);
  expect(gate.output).toContain("npm run spec:changeset");

  expect(diff.status, diff.output).toBe(verdict === "breaking" ? 3 : 0);
  const difference: { verdict: Verdict; changes: Change[] } = JSON.parse(diff.output);
  expect(difference.verdict).toBe(verdict);
  const changes = difference.changes
    .filter(({ summary }) => !told.has(summary))
    .map(({ verdict, summary }) => ({ verdict, summary }));
  // What earlier changesets tell is not asked for again.
  const missing = [...gate.output.matchAll(/In no changeset \((\w+)\): (.*)$/gm)];
  expect(missing.map(([, verdict, summary]) => ({ verdict, summary }))).toEqual(changes);

  const written = await checkout.npmRun("spec:changeset");
  expect(written.status, written.output).toBe(0);
  expect(written.output).toContain(`the next release is a ${bumps[verdict]}`);
  for (const { verdict, summary } of changes) {
    const [, changeset] = await changesetWith(summary);
    for (const name of names) expect(changeset).toContain(`"${name}": ${bumps[verdict]}\n`);
    expect(changeset).toContain(`\n- ${summary} <!--`);
    told.set(summary, summary);
  }

  return changes.filter((change) => change.verdict === verdict).map(({ summary }) => summary);
}

/** Writes the sources for all that was edited. */
async function generate(): Promise<void> {
  const { status, output } = await checkout.npmRun("generate");
  expect(status, output).toBe(0);
}

/** The pending changeset that has a text in it: its path, and what stands in it. */
async function changesetWith(text: string): Promise<[path: string, changeset: string]> {
  for (const path of await checkout.changesets()) {
    const changeset = await readFile(path, "utf8");
    if (changeset.includes(text)) return [path, changeset];
  }
  throw new Error(`No changeset says: ${text}`);
}

/** Takes what is pending into a version. */
async function release(version: string): Promise<void> {
  const before = checkout.versions();
  const { status, output } = await checkout.npmRun("release", ["--version"]);
  expect(status, output).toBe(0);
  for (const name of names) expect(output).toContain(`${name} ${before.get(name)} → ${version}\n`);
  expect([...checkout.versions().values()]).toEqual(names.map(() => version));
  expect(await checkout.changesets()).toEqual([]);
}

/** The docs' changelog begins with what has been told, under this heading. */
async function expectChangelog(site: Site, heading: string): Promise<void> {
  const [[latest, text] = []] = await site.changelog();
  expect(latest).toBe(heading);
  for (const words of told.values()) expect(text).toContain(words.replaceAll("`", ""));
}

function sectionOf(changelog: string, version: string): string | undefined {
  return changelog.split(/^(?=## )/m).find((section) => section.startsWith(`## ${version}\n`));
}
