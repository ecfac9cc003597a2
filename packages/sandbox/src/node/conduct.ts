import { UsageError } from "@visitors-api/machine/usage-error";
import { isOrigin } from "../cors/cors.ts";
import { FaultError, readFaults } from "../faults/read.ts";
import type { SandboxOptions } from "../options.ts";
import { SEED } from "../request/prefer.ts";

/** How the sandbox behaves where the description is silent. */
export type Conduct = Pick<SandboxOptions, "dynamic" | "faults" | "rateLimit" | "cors" | "strict">;

/** The flags, as `parseArgs` takes them. */
export const CONDUCT_FLAGS = {
  "rate-limit": { type: "string" },
  fault: { type: "string", multiple: true, default: [] as string[] },
  cors: { type: "boolean", default: false },
  "cors-origin": { type: "string", multiple: true, default: [] as string[] },
  strict: { type: "boolean", default: false },
  dynamic: { type: "boolean", default: false },
  "dynamic-seed": { type: "string" },
} as const;

export const CONDUCT_HELP = `\
  --rate-limit <number>   requests that a token may make in 10 seconds; 429 past them (default: no limit)
  --fault <fault>         what goes wrong, such as "status=503; times=2", "delay=500", "reset; rate=0.1; seed=1" or
                          "truncate"; may be repeated (default: nothing)
  --cors                  let pages of every origin call the sandbox (default: of none)
  --cors-origin <origin>  let pages of this origin call it, such as https://docs.example; may be repeated
  --strict                answer 500, and say why, in place of an answer that is not as described
  --dynamic               answer with random values of the schemas in place of documented examples
  --dynamic-seed <number> what the random numbers begin with: the same seed gives the same run (default: 1)
`;

interface ConductValues {
  readonly "rate-limit"?: string | undefined;
  readonly fault: readonly string[];
  readonly cors: boolean;
  readonly "cors-origin": readonly string[];
  readonly strict: boolean;
  readonly dynamic: boolean;
  readonly "dynamic-seed"?: string | undefined;
}

/** @throws UsageError */
export function readConduct(values: ConductValues): Conduct {
  const limit = values["rate-limit"];
  const origins = values["cors-origin"].map(checkedOrigin);
  const seed = values["dynamic-seed"];
  return {
    faults: values.fault.flatMap(faultsIn),
    ...(limit !== undefined && { rateLimit: { limit: checkedLimit(limit) } }),
    cors: values.cors || (origins.length > 0 && origins),
    strict: values.strict,
    dynamic: seed === undefined ? values.dynamic : { seed: checkedSeed(seed) },
  };
}

function faultsIn(text: string) {
  try {
    return readFaults(text);
  } catch (error) {
    if (error instanceof FaultError)
      throw new UsageError(`--fault ${JSON.stringify(text)}: ${error.message}`);
    throw error;
  }
}

function checkedLimit(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new UsageError(`--rate-limit takes a whole number of requests from 1, not ${JSON.stringify(text)}`);
  }
  return Number(text);
}

function checkedSeed(text: string): number {
  if (SEED.test(text)) return Number(text);
  throw new UsageError(`--dynamic-seed takes a whole number, not ${JSON.stringify(text)}`);
}

function checkedOrigin(text: string): string {
  if (isOrigin(text)) return text;
  throw new UsageError(
    `--cors-origin takes an origin such as https://docs.example, not ${JSON.stringify(text)}`,
  );
}
