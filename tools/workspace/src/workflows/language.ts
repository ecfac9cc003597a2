import { registerHooks } from "node:module";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "./problem.ts";

// GitHub's package is made for bundlers: it imports JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, nextLoad) =>
    nextLoad(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { validate } = await import("@actions/languageservice");

/** What GitHub itself says of a workflow: keys, values, events, expressions, cron, needs. Asks no network. */
export async function languageProblems(path: string, text: string): Promise<Problem[]> {
  const diagnostics = await validate(TextDocument.create(`file:///${path}`, "yaml", 0, text));
  return diagnostics.map(({ message, range: { start } }) => ({
    line: start.line + 1,
    column: start.character + 1,
    message: typeof message === "string" ? message : message.value,
  }));
}
