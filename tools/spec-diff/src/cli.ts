#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { specDiff } from "./command.ts";

enableCompileCache();

// Whoever reads the report may stop before its end, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await specDiff(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  complain: console.error,
});
