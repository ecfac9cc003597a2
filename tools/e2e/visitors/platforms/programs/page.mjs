/** A page: checks the contract with the server that its URL names, and keeps the results. */

import * as client from "@visitors-api/client";
import * as schemas from "@visitors-api/client/schemas";
import { runContract } from "./contract.mjs";

const origin = new URL(location.href).searchParams.get("origin");
globalThis.contractResults = runContract({ client, schemas, origin });
