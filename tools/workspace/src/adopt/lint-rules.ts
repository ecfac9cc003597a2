import type { Api } from "@visitors-api/release/api";

/** The rules for descriptions, with the files and the names of another API. */
export function rulesFor(rules: string, { name, title }: Api, hasWorkflow: boolean): string {
  const apis = [
    "apis:",
    `  ${name}:`,
    "    root: openapi.yaml",
    ...(hasWorkflow ? [`  ${name}-workflows:`, `    root: ${name}.arazzo.yaml`] : []),
  ];
  const names = [...new Set(["Markdown", ...capitalized(title)])];
  return (
    rules
      .replace(/^apis:\n(?: +.*\n)+/m, () => `${apis.join("\n")}\n`)
      // The names that may stand with a capital in a summary.
      .replace(/\(\?!\([\w|]+\)\\b\)/, () => `(?!(${names.join("|")})\\b)`)
  );
}

/** The words of a title that a summary in sentence case would have to write small. */
function capitalized(title: string): string[] {
  return title.match(/\b[A-Z][a-z]\w*/g) ?? [];
}
