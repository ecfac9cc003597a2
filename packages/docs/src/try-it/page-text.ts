import { parse, stringify } from "devalue";
import type { TryPage } from "./try-page.ts";

/** As text, which a page loads when its form is opened. Controls may be inside of themselves. */
export function writeTryPage(page: TryPage): string {
  return stringify(page, { entries: entriesOfOdd });
}

export function readTryPage(text: string): TryPage {
  return parse(text, { entries: Object.fromEntries });
}

/** A description may have anything by the name of `__proto__`, and devalue takes no object that has it. */
function entriesOfOdd(value: unknown): [string, unknown][] | undefined {
  const isOdd = typeof value === "object" && value !== null && Object.hasOwn(value, "__proto__");
  return isOdd ? Object.entries(value) : undefined;
}
