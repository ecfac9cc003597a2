import document from "@visitors-api/spec" with { type: "json" };
import { createSandbox, type SandboxOptions } from "../../src/visitors/index.ts";
import { describedAnswers, putRequest } from "../support/described-answers.ts";

const { examples } = document.components;

/** The seed's request, of the page that the description is written from, and its response. */
export const SEED_REQUEST: Readonly<Record<string, unknown>> = examples.UpdateVisitorByIdRequest.value;
export const SEED_RESPONSE: Readonly<Record<string, unknown>> = examples.VisitorUpdatedById.value;

/** Reads an answer, which must be as the description says. */
export const answerOf = describedAnswers(document, "#/paths/~1visitors/put", document.paths["/visitors"].put);

/** A sandbox that is asked to update a visitor, and each answer of which is checked against the description. */
export function describedSandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ strict: true, ...options });
  return {
    sandbox,
    put: (body: unknown, headers: Record<string, string> = {}) =>
      answerOf(sandbox.fetch("http://sandbox/visitors", putRequest(body, headers))),
  };
}
