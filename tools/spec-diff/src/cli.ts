#!/usr/bin/env node
import { main } from "@visitors-api/machine/command";
import { specDiff } from "./command.ts";

await main(specDiff);
