import { credentialOptions, type SecurityScheme } from "@visitors-api/codegen";
import type { OpenApiObject } from "../read/openapi-document.ts";
import { compareDocumentation } from "./documentation.ts";
import type { Findings, Spot } from "./findings.ts";
import { target } from "./reference-object.ts";
import type { Sides } from "./sides.ts";
import { code, pairs } from "./values.ts";

/**
 * Compares the credentials that a client takes, as the options of `createClient`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#security-scheme-object
 */
export function compareSecuritySchemes(sides: Sides, findings: Findings): void {
  const [was, is] = [sides.models.before, sides.models.after].map(
    ({ securitySchemes }) => new Map(securitySchemes.map((scheme) => [scheme.name, scheme])),
  );
  for (const { key, ...scheme } of pairs(was ?? new Map(), is ?? new Map())) {
    const [spot, other] = [schemeSpot(sides.before, key), schemeSpot(sides.after, key)];
    const one: SecurityScheme | undefined = scheme.before;
    const another: SecurityScheme | undefined = scheme.after;
    const subject = code(key);
    if (!one || !another) {
      if (another) findings.add("credential-added", { subject, name: code(another.option) }, spot, other);
      if (one) findings.add("credential-removed", { subject, name: code(one.option) }, spot, other);
      continue;
    }
    const [given, otherGiven] = [describeOption(one), describeOption(another)];
    const [sent, otherSent] = [describeSent(one), describeSent(another)];
    if (given !== otherGiven) {
      const why = whyOther(sides, one, another);
      findings.add("credential-changed", { subject, was: given, is: otherGiven, why }, spot, other);
    }
    if (sent !== otherSent)
      findings.add("credential-sent-otherwise", { subject, was: sent, is: otherSent }, spot, other);
  }
  const names = [sides.before, sides.after].map(({ components }) => components?.securitySchemes ?? {});
  for (const name of Object.keys(names[0] ?? {})) {
    const [spot, otherSpot] = [schemeSpot(sides.before, name), schemeSpot(sides.after, name)];
    const [node, other] = [spot?.node, otherSpot?.node];
    if (node && other && !was?.has(name) && !is?.has(name)) {
      // What the client does not know of, its caller shows by other means.
      const [shown, otherShown] = [describeUnknown(node), describeUnknown(other)];
      const words = { subject: code(name), was: shown, is: otherShown };
      if (shown !== otherShown) findings.add("credential-changed", words, spot, otherSpot);
    }
    compareDocumentation(
      sides,
      findings,
      `the security scheme ${code(name)}`,
      names[0]?.[name],
      names[1]?.[name],
      [
        ["description", "a description"],
        ["bearerFormat", "a format of the token"],
        ["openIdConnectUrl", "an address to discover it at"],
        ["flows", "flows"],
      ],
    );
  }
}

function schemeSpot(document: OpenApiObject, name: string): Spot | undefined {
  const scheme = document.components?.securitySchemes?.[name];
  return scheme && { node: target<object>(document, scheme) };
}

function describeOption({ option, kind }: SecurityScheme): string {
  return `the option ${code(option)}, ${kind === "basic" ? "a user name and a password" : "a text"}`;
}

/** The generator names an option after what it holds, and after its scheme where there are several of a kind. */
function whyOther({ models }: Sides, one: SecurityScheme, another: SecurityScheme): string {
  const [was, is] = [one, another].map(({ kind }) => credentialOptions[kind]);
  if (was !== is || one.option === another.option) return "";
  const known = new Set(models.before.securitySchemes.map(({ name }) => name));
  const added = models.after.securitySchemes.find(
    ({ name, kind }) => !known.has(name) && credentialOptions[kind] === is,
  );
  return added
    ? `${code(added.name)} is a credential of the same kind`
    : "no other credential is of its kind any more";
}

function describeUnknown(scheme: object): string {
  const said = ["type", "scheme"].map((key) => Reflect.get(scheme, key));
  return code(said.filter((word) => word !== undefined).join(" "));
}

function describeSent({ kind, parameter }: SecurityScheme): string {
  return parameter === undefined
    ? `${kind} authorization`
    : `the ${kind === "query" ? "query parameter" : kind} ${code(parameter)}`;
}
