/** For run times that load the client from node_modules: checks the contract, and prints a report. */

import { inspect } from "node:util";
import * as client from "@visitors-api/client";
import * as schemas from "@visitors-api/client/schemas";
import { runContract } from "./contract.mjs";

const warnings = [];
process.on("warning", ({ name }) => warnings.push(name));
const results = await runContract({ client, schemas, inspect, warnings, origin: process.argv[2] });
const { bun, deno, node } = process.versions;
console.log(JSON.stringify({ version: bun ?? deno ?? node, results }));
