import type { Heading } from "../html/markdown.ts";
import type { OperationDocument } from "../reference/document.ts";

/** The parts of an operation's page. */
export function partsOf({ parameters, body, responses, callbacks }: OperationDocument): Heading[] {
  return [
    ...parameters.map(({ anchor, title }) => ({ level: 3, id: anchor, text: title })),
    ...(body === undefined ? [] : [{ level: 3, id: body.anchor, text: "Body" }]),
    ...(responses.length === 0 ? [] : [{ level: 2, id: "responses", text: "Responses" }]),
    ...callbacks.map(({ anchor, title }) => ({ level: 2, id: anchor, text: title })),
  ];
}
