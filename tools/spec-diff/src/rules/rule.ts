import type { Verdict } from "../difference.ts";

/** Whether a user gives something (a request) or is given it (a response). */
export type Direction = "request" | "response";

/** What a sentence is made of. Texts are ready to be read: what is code stands in backquotes. */
export interface Words {
  /** What the change is about, such as "`Note.title`" or "the query parameter `page`". */
  readonly subject: string;
  /** What of it: a value, a keyword, a media type. */
  readonly name: string;
  readonly was: string;
  readonly is: string;
  /** "requests", "responses", or both. */
  readonly where: string;
  /** What made it so, where that is elsewhere: a clause. It may come to be something else while the change stays. */
  readonly why: string;
}

/** How one kind of change is judged, and what is said of it. */
export interface Rule {
  /** Two where it matters whether somebody gives or is given what changed. */
  readonly verdict: Verdict | Readonly<Record<Direction, Verdict>>;
  readonly say: (words: Words) => string;
}

/** What ends a clause that may have a reason. */
export function because(why: string): string {
  return why === "" ? "" : `, because ${why}`;
}
