#!/usr/bin/env node
import { main } from "@visitors-api/machine/command";
import { codegen } from "./command.ts";

await main(codegen);
