/**
 * How a changeset reads in a CHANGELOG.md; .changeset/config.json names this file. Entries are sentences for users, so
 * there are no commits in them.
 */

import type { ChangelogFunctions } from "@changesets/types";
import { withoutMarks } from "./changesets/items.ts";

const functions: ChangelogFunctions = {
  async getReleaseLine({ summary }) {
    const text = withoutMarks(summary).trim();
    return /^[-*+] /.test(text) ? text : `- ${text.replaceAll(/\n(?=.)/g, "\n  ")}`;
  },

  async getDependencyReleaseLine(changesets, dependencies) {
    if (dependencies.length === 0) return "";
    // Where each changeset is about a dependent as well, the dependent's own lines say what it is released for.
    const names = new Set(dependencies.map(({ name }) => name));
    if (changesets.every(({ releases }) => releases.some(({ name }) => !names.has(name)))) return "";
    return `- Needs ${dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`).join(" and ")}.`;
  },
};

export default functions;
