import {
  type Operation as DescribedOperation,
  type Description,
  errorResponses,
  findDirected,
  type Notice,
  type Security,
} from "@visitors-api/openapi";
import { buildHeaders, buildInput } from "./input.ts";
import { findLeftOut } from "./left-out.ts";
import type { Model, Operation } from "./model.ts";
import { camelCase, Names } from "./names.ts";
import { derivedId, nameOperationIds } from "./operation-ids.ts";
import { buildErrors, buildOutput, classOf, collectErrors, findRequestId } from "./responses.ts";
import { nameSchemas } from "./schemas.ts";
import { buildSecurity, buildSecuritySchemes } from "./security.ts";
import { buildServer, serverOf } from "./servers.ts";
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

/** Turns what a description says into what the emitters print. */
export function buildModel(description: Description): Model {
  const { operations: described } = description;
  const { schemes, notices: schemeNotices } = buildSecuritySchemes(description);
  const { ids, notices: idNotices } = nameOperationIds(described);
  const { names, notices: nameNotices } = nameOperations(described, ids);

  const isDirected = findDirected(description.schemas);
  const { schemas, notices: schemaNotices } = nameSchemas(
    description,
    described.flatMap(({ responses }) => errorResponses(responses).map(({ status }) => classOf(status))),
    isDirected,
  );
  const aliases = new Map(schemas.map(({ component, name }) => [component, name]));
  const security = buildSecurity(description.security);

  const operations = described.map((operation, index): Operation => {
    const id = ids[index] ?? "";
    const context = { description, aliases, isDirected, place: `operations[${JSON.stringify(id)}]` };
    return {
      id,
      name: names[index] ?? id,
      method: operation.method,
      path: operation.path,
      pointer: operation.pointer,
      summary: operation.summary,
      description: operation.description,
      deprecated: operation.deprecated,
      deprecatedSince: operation.deprecatedSince,
      sunset: operation.sunset,
      input: buildInput(operation, context),
      headers: buildHeaders(operation, context),
      ...buildOutput(operation, context),
      errors: buildErrors(operation, context),
      security: isSame(operation.security, description.security)
        ? undefined
        : buildSecurity(operation.security),
      server: serverOf(operation, description),
    };
  });

  return {
    title: description.title,
    version: description.version,
    servers: description.servers.map(buildServer),
    securitySchemes: schemes,
    security,
    operations,
    schemas,
    errors: collectErrors(operations.map(({ errors }) => errors)),
    requestId: findRequestId(description),
    notices: [
      ...description.notices,
      ...schemeNotices,
      ...idNotices,
      ...nameNotices,
      ...schemaNotices,
      ...operations.flatMap(findLeftOut),
      ...nameValidators(operations, schemas).notices,
    ],
  };
}

function isSame(a: Security, b: Security): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function nameOperations(operations: readonly DescribedOperation[], ids: readonly string[]) {
  const names = new Names(reserved);
  // A method named exactly like its operation comes before one that is only made to look like it.
  const exact = ids.map((id) => (camelCase(id) === id && !names.has(id) ? names.take(id) : undefined));
  const notices: Notice[] = [];
  const taken = operations.map(({ path, method, pointer }, index) => {
    const id = ids[index] ?? "";
    const wanted = camelCase(id) || derivedId(method, path);
    const name = exact[index] ?? names.take(reserved.includes(wanted) ? `${wanted}_` : wanted);
    if (name !== wanted) {
      notices.push({
        message: `The operation \`${id}\` is the method ${name}, for ${wanted} is taken.`,
        pointer,
      });
    }
    return name;
  });
  return { names: taken, notices };
}
