/** A worker: checks the contract when it is asked to, and answers with a report. */

import * as client from "@visitors-api/client";
import * as schemas from "@visitors-api/client/schemas";
import { runContract } from "./contract.mjs";

export default {
  async fetch(request) {
    const origin = new URL(request.url).searchParams.get("origin");
    return Response.json(await runContract({ client, schemas, origin }));
  },
};
