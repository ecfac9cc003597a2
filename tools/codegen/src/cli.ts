#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { codegen } from "./command.ts";

enableCompileCache();

process.exitCode = await codegen(process.argv.slice(2), { print: console.log, complain: console.error });
