import { type Contender, literal, token } from "../contender.ts";

/** Intercom's own client, for the whole of its API. Published as it is, so that it takes part with the one call only. */
export const contender: Contender = {
  name: "intercom-client",
  package: "intercom-client",
  isResilient: true,
  installs: { from: "registry", package: "intercom-client" },
  page: {
    published: "intercom-client",
    setup: (_, from) => `import { IntercomClient } from "${from}";
const client = new IntercomClient({ token: "${token}" });`,
    call: ({ body }) => `client.visitors.update(${literal(body)})`,
    read: (result, property) => `${result}?.${property}`,
  },
};
