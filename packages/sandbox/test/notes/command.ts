import { fileURLToPath } from "node:url";
import { commandOf } from "../support/command.ts";

const program = fileURLToPath(new URL("main.ts", import.meta.url));
const description = fileURLToPath(import.meta.resolve("@visitors-api/openapi/notes"));

/** The command with what the notes do beyond a description, and no description yet. */
export const { start: startWithout } = commandOf(program);

/** The command of the notes. */
export const { run, start } = commandOf(program, "--description", description);
