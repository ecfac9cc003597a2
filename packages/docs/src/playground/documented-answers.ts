import { type Description, isObject, type JsonObject } from "../description.ts";
import type { OperationToShow } from "../enrich/samples/build-requests.ts";
import { dereference, entriesAt, textAt } from "../plain/read.ts";
import type { Answer } from "./try-page.ts";

/** The examples of an operation's responses. Those of a range or of `default` are of no status that could be asked for. */
export function documentedAnswers(
  operation: OperationToShow["found"]["operation"],
  description: OperationToShow["description"],
): Answer[] {
  // The generator's types name what it reads of the same objects.
  const root = description as unknown as Description;
  const { responses = {} } = operation as { responses?: JsonObject };
  return Object.entries(responses).flatMap(([status, given]): Answer[] => {
    if (!/^[1-5]\d\d$/.test(status) || !isObject(given)) return [];
    const response = dereference(root, given);
    const names = entriesAt(root, response, "content").flatMap(([, media]) => {
      return entriesAt(root, media, "examples").map(
        ([name, example]) => [name, textAt(example, "summary")] as const,
      );
    });
    const about = textAt(response, "description");
    const answer = (prefer: string, title: string | undefined): Answer => ({
      title: [status, title ?? about].filter(Boolean).join(" "),
      prefer,
    });
    const distinct = new Map(names.filter(([name]) => isHeaderText(name)));
    if (distinct.size === 0) return [answer(`code=${status}`, undefined)];
    return [...distinct].map(([name, summary]) =>
      answer(`code=${status}, example=${JSON.stringify(name)}`, summary ?? name),
    );
  });
}

/** RFC 9110 § 5.5: what a header can say without an encoding of its own. */
function isHeaderText(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
