import type { Choice } from "./merged-object.ts";

/** More alternatives than these are left to the messages of the validator. */
const most = 12;

/** What has to be given where there are alternatives: "Give `email` or `phone`." */
export function choiceWords(choices: readonly Choice[], nameOf: (property: string) => string): string[] {
  return choices.flatMap((alternatives) => {
    const words = alternatives.map((needs) =>
      needs
        .map(
          ({ name, value }) => `\`${nameOf(name)}\`${value === undefined ? "" : ` ${JSON.stringify(value)}`}`,
        )
        .join(" and "),
    );
    const different = [...new Set(words)];
    if (different.length < 2 || different.length > most) return [];
    const hasLists = alternatives.some((needs) => needs.length > 1);
    return [`Give ${listed(different, hasLists)}.`];
  });
}

function listed(words: readonly string[], hasLists: boolean): string {
  const last = words[words.length - 1];
  return `${words.slice(0, -1).join(", ")}${hasLists ? "," : ""} or ${last}`;
}
