import document from "@visitors-api/openapi/notes" with { type: "json" };
import type { SandboxOptions } from "../../src/index.ts";
import { describedAnswers, putRequest } from "../support/described-answers.ts";
import { createSandbox } from "./create-sandbox.ts";

const { put } = document.paths["/notes"];
const { byId, updatedById } = document.components.examples;

/** The request that the description shows first, and what it is answered with. */
export const NOTE_REQUEST = byId.value;
export const NOTE = updatedById.value;

/** The methods that the path of notes has, as `Allow` names them (RFC 9110 § 10.2.1). */
export const ALLOWED_METHODS = "PUT, OPTIONS";

/** Reads an answer, which must be as the description says. */
export const answerOf = describedAnswers(document, "#/paths/~1notes/put", put);

/** A sandbox that is asked to update a note, and each answer of which is checked against the description. */
export function describedSandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ strict: true, ...options });
  return {
    sandbox,
    put: (body: unknown, headers: Record<string, string> = {}) =>
      answerOf(sandbox.fetch("http://sandbox/notes", putRequest(body, headers))),
  };
}
