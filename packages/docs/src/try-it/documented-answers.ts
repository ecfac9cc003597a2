import type { Operation } from "@visitors-api/openapi";
import type { Answer } from "./try-page.ts";

/** The examples of an operation's responses. Those of a range or of `default` are of no status that could be asked for. */
export function documentedAnswers({ responses }: Operation): Answer[] {
  return responses.flatMap(({ status, description, content }): Answer[] => {
    if (!/^[1-5]\d\d$/.test(status)) return [];
    const answer = (prefer: string, title: string): Answer => ({
      title: [status, title].filter(Boolean).join(" "),
      prefer,
    });
    const examples = content
      .flatMap((media) => media.examples)
      .filter(({ name }) => name !== "" && isHeaderText(name));
    const distinct = new Map(examples.map((example) => [example.name, example.summary]));
    if (distinct.size === 0) return [answer(`code=${status}`, description)];
    return [...distinct].map(([name, summary]) =>
      answer(`code=${status}, example=${JSON.stringify(name)}`, summary || name),
    );
  });
}

/** RFC 9110 § 5.5: what a header can say without an encoding of its own. */
function isHeaderText(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
