import { buildCommand } from "./build-command.ts";
import { buildSite } from "./site.ts";

process.exitCode = await buildCommand(process.argv.slice(2), buildSite, console);
