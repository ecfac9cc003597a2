import type { Difference, Verdict } from "../difference.ts";
import {
  compareVerdicts,
  headings,
  listOperations,
  oneLine,
  sayLine,
  showPlace,
  summarize,
} from "./facts.ts";
import { type Group, type Line, outline, type Section } from "./outline.ts";
import { refusals } from "./problems.ts";
import { escapeXml } from "./xml.ts";

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code { font: .875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
li { margin: .75rem 0; }
small { display: block; opacity: .8; }
`;

/** A difference to be read in a browser: one file that loads nothing, in which whatever is folded can be searched and opened. */
export function toHtml(difference: Difference, level: Verdict = "documentation"): string {
  const sections = outline(difference, level).map(describeSection);
  const problems = refusals(difference).map((sentence) => `<li>${inline(sentence)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(summarize(difference))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>What changed</h1>
<p>${escapeXml(summarize(difference))}</p>
${sections.join("\n")}
<h2>What the compiler says</h2>
<p>${escapeXml(compareVerdicts(difference))}</p>
${problems.length > 0 ? `<ul>\n${problems.join("\n")}\n</ul>\n` : ""}</main>
</body>
</html>
`;
}

function describeSection({ kind, changes, groups }: Section): string {
  const isOpen = kind === "breaking" || kind === "accepted";
  const blocks = groups.map((group) => describeGroup(group, isOpen));
  return `<h2>${headings[kind]} (${changes.length})</h2>\n${blocks.join("\n")}`;
}

function describeGroup({ title, isOperation, lines }: Group, isOpen: boolean): string {
  const count = lines.reduce((sum, { changes }) => sum + changes.length, 0);
  const heading = isOperation ? code(title) : escapeXml(title || "All of them");
  const items = lines.map((line) => describe(line, isOperation));
  return `<details${isOpen ? " open" : ""}><summary>${heading} (${count})</summary>\n<ul>\n${items.join("\n")}\n</ul></details>`;
}

function describe(line: Line, isOfOneOperation: boolean): string {
  const { changes } = line;
  const [{ id, rule }, ...others] = changes;
  const operations = isOfOneOperation ? "" : listOperations(changes, code);
  const places = new Set(changes.flatMap(({ at }) => at ?? []).map((place) => code(showPlace(place))));
  const facts = [code(others.length > 0 ? rule : id), ...places].join(", ");
  return `<li>${inline(sayLine(line))}<small>${facts}${operations ? `; in ${operations}` : ""}</small></li>`;
}

/** What stands in backquotes is code. */
function inline(text: string): string {
  return escapeXml(oneLine(text)).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

function code(text: string): string {
  return `<code>${escapeXml(text)}</code>`;
}
