import type { Arguments } from "./arguments.ts";
import type { Difference } from "./difference.ts";
import { toGithub } from "./report/github.ts";
import { toHtml } from "./report/html.ts";
import { toJson } from "./report/json.ts";
import { toJunit } from "./report/junit.ts";
import { toMarkdown } from "./report/markdown.ts";
import { toText } from "./report/text.ts";

/** A difference in the format that was asked for. */
export function print(
  difference: Difference,
  { format, level, failOn }: Pick<Arguments, "format" | "level" | "failOn">,
): string {
  switch (format) {
    case "text":
      return toText(difference, level);
    case "markdown":
      return toMarkdown(difference, level);
    case "html":
      return toHtml(difference, level);
    case "json":
      return toJson(difference, level);
    case "junit":
      return toJunit(difference, level, failOn);
    case "github":
      return toGithub(difference, level);
  }
}
