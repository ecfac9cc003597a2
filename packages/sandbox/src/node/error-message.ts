import { ItemsError } from "../state/items-error.ts";

/**
 * What to print of an error: a line of what is wrong and what to do, and of a description one for each mistake, with its place.
 *
 * @param seed The file that the first items come from.
 */
export function errorLines(error: unknown, seed: string | undefined): string[] {
  return messageOf(error, seed).split("\n");
}

function messageOf(error: unknown, seed: string | undefined): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ItemsError && seed !== undefined) return `${seed}: ${error.message}`;
  switch ("code" in error ? error.code : undefined) {
    case "EADDRINUSE":
      return `the port is taken (${error.message}): stop what uses it, or choose another with --port`;
    case "EACCES":
      return `no permission to listen (${error.message}): choose a port above 1023 with --port`;
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EAI_AGAIN":
    case "ENOTFOUND":
      return `this machine does not have the address (${error.message}): choose another with --host`;
    default:
      return error.message;
  }
}
