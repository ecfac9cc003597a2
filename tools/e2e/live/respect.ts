import type { Run } from "@visitors-api/machine/run";
import { redocly } from "../support/redocly.ts";
import type { WorkflowFile } from "./workflows.ts";

export interface RespectRun {
  /** Such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly server: string;
  /** The inputs of the workflows by name; those left out have their defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Where to write the traffic, as an HTTP archive; nowhere when left out. */
  readonly har?: string;
}

/**
 * Runs the workflows of a file with `redocly respect`, which compares each answer with the workflow and with the
 * description. It shows secret inputs as stars.
 */
export function respect(file: WorkflowFile, { server, inputs, har }: RespectRun): Promise<Run> {
  const args = ["respect", file.path, "--server", JSON.stringify({ [file.source]: server })];
  return redocly([...args, ...(har === undefined ? [] : ["--har-output", har])], {
    // Not as arguments, which every process of the machine can read.
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
  });
}
