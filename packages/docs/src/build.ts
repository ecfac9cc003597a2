import { buildCommand } from "./build-command.ts";
import { SiteBuilder } from "./site.ts";

const builder = new SiteBuilder();
process.exitCode = await buildCommand(process.argv.slice(2), builder, console);
await builder.close();
