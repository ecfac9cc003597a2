import type { Model } from "@visitors-api/codegen";
import type { OpenApiObject } from "../read/openapi-document.ts";
import { compareDocumentation } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import type { Sides } from "./sides.ts";
import { code, spotOf } from "./values.ts";

/**
 * Compares the servers, which a client names in their order: the first is the one that it calls by itself.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#server-object
 */
export function compareServers(sides: Sides, findings: Findings): void {
  const { before, after, models } = sides;
  const [was, is] = [serversOf(before, models.before), serversOf(after, models.after)];
  const spots = [
    { node: before, key: "servers" },
    { node: after, key: "servers" },
  ] as const;
  for (const [url, spot] of was) {
    if (!is.has(url))
      findings.add("server-removed", { subject: code(url), name: code(url) }, spot, undefined);
  }
  for (const [url, spot] of is) {
    if (!was.has(url)) findings.add("server-added", { subject: code(url), name: code(url) }, undefined, spot);
  }

  const [first, otherFirst] = [[...was.keys()][0], [...is.keys()][0]];
  if (first !== otherFirst) {
    const words = { subject: "the client", was: describe(first), is: describe(otherFirst) };
    findings.add("default-server-changed", words, ...spots);
  } else {
    // Those that both have keep their places.
    const kept = [...was.keys()].filter((url) => is.has(url));
    const places = [...is.keys()].slice(0, kept.length);
    if (kept.join(" ") !== places.join(" ")) {
      const words = { subject: "the client", was: list([...was.keys()]), is: list([...is.keys()]) };
      findings.add("servers-reordered", words, ...spots);
    }
  }
  for (const [url, { node }] of was) {
    compareDocumentation(sides, findings, `the server ${code(url)}`, node, is.get(url)?.node, [
      ["description", "a description"],
      ["variables", "variables"],
    ]);
  }
}

/** By URL; a variable that nobody sets has its default. */
function serversOf({ servers = [] }: OpenApiObject, model: Model) {
  return new Map(model.servers.map(({ url }, index) => [url, spotOf(servers, index)]));
}

function describe(url: string | undefined): string {
  return url === undefined ? "no server" : code(url);
}

function list(urls: readonly string[]): string {
  return urls.map(code).join(", ");
}
