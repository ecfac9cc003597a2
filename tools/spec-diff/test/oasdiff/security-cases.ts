import { merge, operation, type Patch } from "../support/pets.ts";
import type { Case } from "./case.ts";

const secured = (scopes: readonly string[], type = "oauth2"): Patch => ({
  components: {
    securitySchemes: {
      login:
        type === "oauth2"
          ? {
              type,
              flows: {
                authorizationCode: {
                  authorizationUrl: "https://pets.example/login",
                  tokenUrl: "https://pets.example/token",
                  scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])),
                },
              },
            }
          : { type: "http", scheme: "basic" },
    },
  },
});
const flow = (patch: Patch): Patch =>
  merge(secured(["read"]), {
    components: { securitySchemes: { login: { flows: { authorizationCode: patch } } } },
  });
const needs = (...scopes: readonly string[]): Patch => ({ security: [{ login: scopes }] });
const anywhere = secured(["read", "write"]);

/** What oasdiff's checks of security are about, by their names. */
export const securityCases: Readonly<Record<string, Case>> = {
  "api-security-added": [anywhere, merge(anywhere, operation(needs("read")))],
  "api-security-removed": [merge(anywhere, operation(needs("read"))), anywhere],
  "api-security-scope-added": [
    merge(anywhere, operation(needs("read"))),
    merge(anywhere, operation(needs("read", "write"))),
  ],
  "api-security-scope-removed": [
    merge(anywhere, operation(needs("read", "write"))),
    merge(anywhere, operation(needs("read"))),
  ],
  "api-global-security-added": [anywhere, merge(anywhere, needs("read"))],
  "api-global-security-removed": [merge(anywhere, needs("read")), anywhere],
  "api-global-security-scope-added": [
    merge(anywhere, needs("read")),
    merge(anywhere, needs("read", "write")),
  ],
  "api-global-security-scope-removed": [
    merge(anywhere, needs("read", "write")),
    merge(anywhere, needs("read")),
  ],
  "api-security-component-added": [
    {},
    merge(secured([], "http"), operation({ security: [{}, { login: [] }] })),
  ],
  "api-security-component-removed": [
    merge(secured([], "http"), operation({ security: [{}, { login: [] }] })),
    {},
  ],
  "api-security-component-type-changed": [
    merge(anywhere, operation(needs())),
    merge(secured([], "http"), operation(needs())),
  ],
  "api-security-component-oauth-url-changed": [
    flow({}),
    flow({ authorizationUrl: "https://pets.example/other" }),
  ],
  "api-security-component-oauth-token-url-changed": [
    flow({}),
    flow({ tokenUrl: "https://pets.example/other" }),
  ],
  "api-security-component-oauth-scope-added": [secured(["read"]), secured(["read", "write"])],
  "api-security-component-oauth-scope-removed": [secured(["read", "write"]), secured(["read"])],
  "api-security-component-oauth-scope-changed": [flow({}), flow({ scopes: { read: "Reads pets" } })],
};
