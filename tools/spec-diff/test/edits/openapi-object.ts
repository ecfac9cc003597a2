import type { Edit } from "../support/edit.ts";
import { answered, components, given, holding, merge, operation, type Patch, pet } from "../support/pets.ts";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemes: Patch = {
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "oauth2", flows: {} },
    },
  },
};
const secured = (...security: readonly Patch[]): Patch => merge(schemes, operation({ security }));
const servers = (...urls: readonly string[]): Patch => ({ servers: urls.map((url) => ({ url })) });
const [one, two, three] = ["https://one.example", "https://two.example", "https://three.example"] as const;

/** What stands around operations: exported types, credentials, servers, information. */
export const openapiEdits: readonly Edit[] = [
  {
    what: "a type is exported that nobody uses",
    before: components({ Pet: pet }),
    after: components({ Pet: pet, Owner: { type: "object", properties: { name: { type: "string" } } } }),
    forth: ["additive", "type-added"],
    back: ["breaking", "type-removed", "the compiler takes it"],
  },
  {
    what: "an exported type has another name",
    before: merge(answered(to("Pet")), components({ Pet: pet })),
    after: merge(answered(to("Animal")), components({ Animal: pet })),
    forth: ["breaking", "type-renamed", "the compiler takes it"],
    back: ["breaking", "type-renamed", "the compiler takes it"],
  },
  {
    what: "what is written in a place gets a name",
    before: answered(pet),
    after: merge(answered(to("Pet")), components({ Pet: pet })),
    forth: ["additive", "type-added"],
    back: ["breaking", "type-removed", "the compiler takes it"],
  },
  {
    what: "a property of a type that nobody uses is removed",
    before: components({ Pet: pet }),
    after: components({ Pet: { type: "object", properties: {} } }),
    forth: ["breaking", "property-removed", "the compiler takes it"],
    back: ["additive", "property-added"],
  },
  {
    what: "a deprecated type gets a day on which it may go",
    before: merge(answered(), components({ Pet: { ...pet, deprecated: true } })),
    after: merge(answered(), components({ Pet: { ...pet, deprecated: true, "x-sunset": "2027-06-30" } })),
    forth: ["documentation", "sunset-changed"],
    back: ["documentation", "sunset-changed"],
  },
  {
    what: "a type is deprecated",
    before: merge(merge(given(to("Pet")), answered(to("Pet"))), components({ Pet: pet })),
    after: merge(
      merge(given(to("Pet")), answered(to("Pet"))),
      components({ Pet: { ...pet, deprecated: true } }),
    ),
    forth: ["additive", "deprecated"],
    back: ["documentation", "no-longer-deprecated"],
  },
  {
    what: "a property is explained",
    before: answered(holding({ type: "string", description: "A name", example: "Rex" })),
    after: answered(holding({ type: "string", title: "Name", description: "The name", example: "Max" })),
    forth: ["documentation", "documentation-added documentation-changed"],
    back: ["documentation", "documentation-changed documentation-removed"],
  },

  {
    what: "a credential is needed",
    before: schemes,
    after: secured({ key: [] }),
    forth: ["breaking", "security-required", "the compiler takes it"],
    back: ["additive", "security-allowed"],
  },
  {
    what: "another credential is taken too",
    before: secured({ key: [] }),
    after: secured({ key: [] }, { login: [] }),
    forth: ["additive", "security-allowed"],
    back: ["breaking", "security-required", "the compiler takes it"],
  },
  {
    what: "another credential is needed beside",
    before: secured({ key: [] }),
    after: secured({ key: [], login: [] }),
    forth: ["breaking", "security-required", "the compiler takes it"],
    back: ["additive", "security-allowed"],
  },
  {
    what: "a scope is needed",
    before: secured({ login: [] }),
    after: secured({ login: ["write"] }),
    forth: ["breaking", "security-required", "the compiler takes it"],
    back: ["additive", "security-allowed"],
  },
  {
    what: "what each operation needs is said once for all",
    before: secured({ key: [] }),
    after: merge(schemes, { security: [{ key: [] }] }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a credential is described that no operation needs",
    before: {},
    after: { components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } } },
    forth: ["additive", "credential-added"],
    back: ["breaking", "credential-removed", "the compiler takes it"],
  },
  {
    what: "a credential is sent otherwise",
    before: schemes,
    after: merge(schemes, { components: { securitySchemes: { key: { name: "X-Api-Key" } } } }),
    forth: ["additive", "credential-sent-otherwise"],
    back: ["additive", "credential-sent-otherwise"],
  },
  {
    what: "a credential is of another kind",
    before: { components: { securitySchemes: { login: { type: "http", scheme: "bearer" } } } },
    after: { components: { securitySchemes: { login: { type: "http", scheme: "basic" } } } },
    forth: ["breaking", "credential-changed credential-sent-otherwise", "the compiler takes it"],
    back: ["breaking", "credential-changed credential-sent-otherwise", "the compiler takes it"],
  },

  {
    what: "a server is named after the others",
    before: servers(one),
    after: servers(one, two),
    forth: ["additive", "server-added"],
    back: ["breaking", "server-removed", "the compiler takes it"],
  },
  {
    what: "calls go to another server by themselves",
    before: servers(one, two),
    after: servers(two, one),
    forth: ["breaking", "default-server-changed", "the compiler takes it"],
    back: ["breaking", "default-server-changed", "the compiler takes it"],
  },
  {
    what: "servers are named in another order",
    before: servers(one, two, three),
    after: servers(one, three, two),
    forth: ["breaking", "servers-reordered", "the compiler takes it"],
    back: ["breaking", "servers-reordered", "the compiler takes it"],
  },
  {
    what: "an operation has a server of its own",
    before: {},
    after: operation({ servers: [{ url: two }] }),
    forth: ["breaking", "default-server-changed", "the compiler takes it"],
    back: ["breaking", "default-server-changed", "the compiler takes it"],
  },
  {
    what: "an operation names the server that all have",
    before: servers(one),
    after: merge(servers(one), operation({ servers: [{ url: one }] })),
    forth: [undefined, ""],
    back: [undefined, ""],
  },

  {
    what: "the description is of another version",
    before: {},
    after: { info: { version: "2", description: "Pets." }, tags: [{ name: "Pets" }] },
    forth: ["documentation", "documentation-added documentation-changed"],
    back: ["documentation", "documentation-changed documentation-removed"],
  },
  {
    what: "an extension is there",
    before: {},
    after: merge({ "x-owner": "us" }, operation({ "x-internal": true })),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a webhook is added",
    only: "3.1",
    before: {},
    after: { webhooks: { petBorn: { post: { responses: {} } } } },
    forth: ["documentation", "documentation-added"],
    back: ["documentation", "documentation-removed"],
  },
];
