import type { Model } from "@visitors-api/codegen";
import { readServers, serverUrl } from "@visitors-api/openapi";
import { compareDeprecation, compareDocumentation, compareWholes } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { compareGroupings } from "./grouping.ts";
import { address, type Named, placeOf } from "./named-operation.ts";
import { compareParameters } from "./parameter-object.ts";
import { compareRequestBodies } from "./request-body-object.ts";
import { compareResponses } from "./responses-object.ts";
import { compareRequirements } from "./security-requirement-object.ts";
import type { Sides } from "./sides.ts";
import { code } from "./values.ts";

/** @see https://spec.openapis.org/oas/v3.1.0#operation-object */
export function compareOperations(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const subject = `\`${after.id}\``;
  const [was, is] = [before.operation, after.operation];
  if (before.id !== after.id) {
    const spots = [
      { node: was, key: "operationId" },
      { node: is, key: "operationId" },
    ] as const;
    findings.add("operation-renamed", { subject, was: `\`${before.id}\``, is: subject }, ...spots);
  }
  const [from, to] = [code(address(before.model)), code(address(after.model))];
  if (placeOf(before) !== placeOf(after)) {
    findings.add("operation-moved", { subject, was: from, is: to }, { node: was }, { node: is });
  }

  compareParameters(sides, findings, before, after);
  compareRequestBodies(sides, findings, before, after);
  compareGroupings(findings, before, after);
  compareResponses(sides, findings, before, after);
  compareRequirements(sides, findings, before, after);
  compareServers(sides, findings, before, after);

  compareDeprecation(findings, subject, was, is);
  compareDocumentation(sides, findings, subject, was, is, [
    ["summary", "a summary"],
    ["description", "a description"],
    ["tags", "tags"],
    ["externalDocs", "a link to further documentation"],
  ]);
  const { path } = after.model;
  compareDocumentation(sides, findings, `The path \`${path}\``, before.written, after.written, [
    ["summary", "a summary"],
    ["description", "a description"],
  ]);
  // What the API calls is no method of the client.
  const callbacks = [was.callbacks, is.callbacks] as const;
  compareWholes(findings, subject, "a callback", callbacks, [sides.before, sides.after]);
}

/** Of an operation's own servers the client knows the first. */
function compareServers({ models }: Sides, findings: Findings, before: Named, after: Named): void {
  const [was, is] = [serverOf(before, models.before), serverOf(after, models.after)];
  if (was === is) return;
  const nodeOf = ({ operation, item }: Named) => ({ node: operation.servers ?? item.servers ?? operation });
  findings.add("default-server-changed", { subject: code(after.id), was, is }, nodeOf(before), nodeOf(after));
}

function serverOf({ operation, item }: Named, { servers: [common] }: Model): string {
  const [server] = readServers(operation.servers ?? item.servers) ?? [];
  const url = server && serverUrl(server);
  return url === undefined || url === common?.url ? "the base URL of the client" : code(url);
}
