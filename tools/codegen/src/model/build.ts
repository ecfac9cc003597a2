import type { Description } from "../load/openapi.ts";
import { type Found, findOperations } from "../load/operations.ts";
import { findDirected } from "./access.ts";
import { buildHeaders, buildInput } from "./input.ts";
import { findLeftOut } from "./left-out.ts";
import type { Model, Operation } from "./model.ts";
import { camelCase, Names } from "./names.ts";
import { derivedId } from "./normalize.ts";
import { buildErrors, buildOutput, collectErrors, errorClasses, findRequestId } from "./responses.ts";
import { findUnchecked } from "./schema-notices.ts";
import { nameSchemas } from "./schemas.ts";
import { buildSecurity, buildSecuritySchemes } from "./security.ts";
import { buildServer } from "./servers.ts";
import { nameValidators } from "./validator-names.ts";

/** What a client has besides its operations, and what a promise must not have. */
const reserved = [
  ...["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE", "eject", "request", "use"],
  ...[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "then",
    "toJSON",
    "toLocaleString",
  ],
  ...[
    "toString",
    "valueOf",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
  ],
];

/**
 * Turns a normalized description into what the emitters print.
 *
 * @param description As `normalize` returns it.
 */
export function buildModel(description: Description): Model {
  const found = findOperations(description);
  const { schemes, notices: schemeNotices } = buildSecuritySchemes(description);
  const { names, notices: nameNotices } = nameOperations(found);

  const isDirected = findDirected(description);
  const { schemas, notices: schemaNotices } = nameSchemas(
    description,
    found.flatMap(({ operation }) => errorClasses(operation)),
    isDirected,
  );
  const aliases = new Map(schemas.map(({ component, name }) => [component, name]));

  const operations = found.map(({ path, method, operation }, index): Operation => {
    const id = operation.operationId ?? "";
    const context = { description, aliases, isDirected, place: `operations[${JSON.stringify(id)}]` };
    return {
      id,
      name: names[index] ?? id,
      method,
      path,
      summary: operation.summary ?? "",
      description: operation.description ?? "",
      deprecated: operation.deprecated === true,
      input: buildInput(operation, context),
      headers: buildHeaders(operation, context),
      ...buildOutput(operation, context),
      errors: buildErrors(operation, context),
      security: operation.security && buildSecurity(operation.security, schemes),
      server: operation.servers?.[0] && buildServer(operation.servers[0]).url,
    };
  });

  return {
    // YAML takes `version: 1.5` for a number.
    title: String(description.info?.title ?? ""),
    version: String(description.info?.version ?? ""),
    servers: (description.servers ?? []).map(buildServer),
    securitySchemes: schemes,
    security: buildSecurity(description.security ?? [], schemes),
    operations,
    schemas,
    errors: collectErrors(operations.map(({ errors }) => errors)),
    requestId: findRequestId(
      found.map(({ operation }) => operation),
      description,
    ),
    notices: [
      ...schemeNotices,
      ...nameNotices,
      ...schemaNotices,
      ...operations.flatMap(findLeftOut),
      ...nameValidators(operations, schemas).notices,
      ...findUnchecked(description),
    ],
  };
}

function nameOperations(found: readonly Found[]) {
  const names = new Names(reserved);
  const ids = found.map(({ operation: { operationId = "" } }) => operationId);
  // A method named exactly like its operation comes before one that is only made to look like it.
  const exact = ids.map((id) => (camelCase(id) === id && !names.has(id) ? names.take(id) : undefined));
  const notices: string[] = [];
  const taken = found.map(({ path, method, operation: { operationId: id = "" } }, index) => {
    const wanted = camelCase(id) || derivedId(method, path);
    const name = exact[index] ?? names.take(reserved.includes(wanted) ? `${wanted}_` : wanted);
    if (name !== wanted)
      notices.push(`The operation \`${id}\` is the method ${name}, for ${wanted} is taken.`);
    return name;
  });
  return { names: taken, notices };
}
