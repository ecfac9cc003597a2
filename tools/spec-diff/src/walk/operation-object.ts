import { buildServer } from "@visitors-api/codegen";
import { compareDeprecation, compareDocumentation, compareWholes } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { compareParameters } from "./parameter-object.ts";
import type { Named } from "./paths-object.ts";
import { compareRequestBodies } from "./request-body-object.ts";
import { compareResponses } from "./responses-object.ts";
import { compareRequirements } from "./security-requirement-object.ts";
import type { Sides } from "./sides.ts";

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
  const [from, to] = [address(before), address(after)];
  if (from !== to) {
    findings.add("operation-moved", { subject, was: from, is: to }, { node: was }, { node: is });
  }

  compareParameters(sides, findings, before, after);
  compareRequestBodies(sides, findings, before, after);
  compareResponses(sides, findings, before, after);
  compareRequirements(sides, findings, before, after);
  compareServers(findings, before, after);

  compareDeprecation(findings, subject, was, is);
  compareDocumentation(findings, subject, was, is, [
    ["summary", "a summary"],
    ["description", "a description"],
    ["tags", "tags"],
    ["externalDocs", "a link to further documentation"],
  ]);
  compareDocumentation(findings, `The path \`${after.path}\``, before.item, after.item, [
    ["summary", "a summary"],
    ["description", "a description"],
  ]);
  // What the API calls is no method of the client.
  const callbacks = [Reflect.get(was, "callbacks"), Reflect.get(is, "callbacks")] as const;
  compareWholes(findings, subject, "a callback", callbacks, [sides.before, sides.after]);
}

function address({ method, path }: Named): string {
  return `\`${method.toUpperCase()} ${path}\``;
}

/** Of an operation's own servers the client knows the first. */
function compareServers(findings: Findings, before: Named, after: Named): void {
  const [was, is] = [before, after].map(({ operation, item }) => operation.servers ?? item.servers);
  const [from, to] = [was, is].map((servers) =>
    servers?.[0] ? `\`${buildServer(servers[0]).url}\`` : "the base URL of the client",
  );
  if (from === undefined || to === undefined || from === to) return;
  findings.add(
    "default-server-changed",
    { subject: `\`${after.id}\``, was: from, is: to },
    { node: was ?? before.operation },
    { node: is ?? after.operation },
  );
}
