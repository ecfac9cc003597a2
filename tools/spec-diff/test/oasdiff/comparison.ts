import { findChanges } from "../../src/diff.ts";
import type { Verdict } from "../../src/difference.ts";
import { prepare } from "../../src/read/read.ts";
import { describePets } from "../support/pets.ts";
import { placesIn } from "../support/places.ts";
import { caseOf } from "./cases.ts";
import { checks, type Level } from "./published.ts";
import { type Reason, type Relation, reasons } from "./reasons.ts";

/** A check of oasdiff, and what is said here of the same. */
export interface Compared {
  readonly check: string;
  readonly level: Level;
  /** Undefined where there is no change; "not judged" where it is about no call. */
  readonly verdict: Verdict | "not judged" | undefined;
  readonly rules: string;
  readonly relation: Relation | "same";
  readonly reasons: readonly Reason[];
}

/** Each check, case by case. */
export function compareAll(): Compared[] {
  return [...checks].map(([check, level]) => {
    const found = reasons.filter((reason) => reason.checks.test(check));
    const given = caseOf(check);
    if (!given) {
      const own = found.filter(({ relation }) => relation === "not judged");
      return { check, level, verdict: "not judged", rules: "", relation: "not judged", reasons: own };
    }
    const [before, after] = given.map((patch) => {
      const document = describePets("3.1.0", patch);
      return { ...prepare(document), placeOf: placesIn(document) };
    });
    if (!before || !after) throw new Error("Two descriptions are compared");
    const changes = findChanges({ before, after });
    const verdict = changes[0]?.verdict;
    const rules = [...new Set(changes.map(({ rule }) => `\`${rule}\``))].join(", ");
    const isSame = (level === "info") === (verdict !== "breaking");
    const own = isSame ? [] : found;
    return {
      check,
      level,
      verdict,
      rules,
      relation: isSame ? "same" : (own[0]?.relation ?? "same"),
      reasons: own,
    };
  });
}

const wide = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A row for each reason why verdicts differ, and one for all that are the same. */
export function summaryTable(all: readonly Compared[]): string {
  const same = all.filter(({ relation }) => relation === "same").length;
  const rows = reasons.map((reason) => {
    const own = all.filter((one) => one.reasons.includes(reason));
    const levels = [...new Set(own.map(({ level }) => level))].join(", ");
    const verdicts = [...new Set(own.map(({ verdict }) => verdict ?? "no change"))].join(", ");
    return wide([reason.relation, reason.name, `${own.length}`, levels, verdicts, reason.why]);
  });
  return [
    wide(["", "checks of oasdiff", "how many", "its level", "here", "why"]),
    wide(["---", "---", "---", "---", "---", "---"]),
    wide(["same", "all others", `${same}`, "", "", ""]),
    ...rows,
  ].join("\n");
}

/** A row for each check. */
export function wholeTable(all: readonly Compared[]): string {
  return [
    "# Beside oasdiff, case by case",
    "",
    "Written by `oasdiff.test.ts`. The cases are those of `cases.ts` and `schema-cases.ts`, compared as OpenAPI 3.1.",
    "",
    wide(["check of oasdiff", "its level", "here", "rules", ""]),
    wide(["---", "---", "---", "---", "---"]),
    ...all.map(({ check, level, verdict, rules, relation }) =>
      wide([`\`${check}\``, level, verdict ?? "no change", rules, relation]),
    ),
    "",
  ].join("\n");
}
