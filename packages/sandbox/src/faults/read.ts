import { type Fault, textOf } from "./fault.ts";

/** What somebody asks for is no fault; the message says why, and what there is. */
export class FaultError extends TypeError {
  override readonly name = "FaultError";
}

const KNOWN =
  "a fault is one of status=<400 to 599>, delay=<milliseconds>, reset and truncate, " +
  "and may go on with ; times=<requests> ; rate=<0 to 1> ; seed=<number> ; delay=<milliseconds>, " +
  "and after a status with ; retry-after=<seconds>";

/** The properties that are numbers, and what they may be. */
const NUMBERS = {
  status: { least: 400, most: 599, whole: true },
  retryAfter: { least: 0, most: 86_400, whole: true },
  delay: { least: 0, most: 600_000, whole: false },
  times: { least: 1, most: Number.MAX_SAFE_INTEGER, whole: true },
  rate: { least: 0, most: 1, whole: false },
  seed: { least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER, whole: true },
} as const;

const FLAGS = ["reset", "truncate"] as const;

/**
 * Reads faults: a comma between two, semicolons between the properties of one. The order of the properties is free.
 *
 * @throws FaultError
 */
export function readFaults(text: string): Fault[] {
  return text.split(",").map((part) => checkedFault(propertiesIn(part)));
}

/**
 * Checks a fault that was not written by a compiled program.
 *
 * @throws FaultError
 */
export function checkedFault(fault: object): Fault {
  for (const [name, value] of Object.entries(fault)) {
    if (isNumberName(name)) checkNumber(name, value);
    else if (!FLAGS.some((flag) => flag === name)) throw new FaultError(`${name} is unknown: ${KNOWN}`);
    else if (value !== true) throw new FaultError(`${name} takes no value: ${KNOWN}`);
  }
  const read: Fault = fault;
  const effects = ["status", ...FLAGS].filter((effect) => effect in fault);
  if (effects.length > 1) throw new FaultError(`${effects.join(" and ")} cannot be one fault: ${KNOWN}`);
  if (effects.length === 0 && read.delay === undefined) {
    throw new FaultError(`${JSON.stringify(textOf(read))} alone is no fault: ${KNOWN}`);
  }
  if (read.retryAfter !== undefined && read.status === undefined) {
    throw new FaultError(`retry-after goes with a status: ${KNOWN}`);
  }
  return read;
}

function propertiesIn(text: string): object {
  const pairs = text.split(";").map((property): [string, unknown] => {
    const [, name = "", value] = /^\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$/s.exec(property) ?? [];
    if (value === "" || name === "") throw new FaultError(`${JSON.stringify(text)} is no fault: ${KNOWN}`);
    return [name === "retry-after" ? "retryAfter" : name, value === undefined ? true : numberOr(value)];
  });
  return Object.fromEntries(pairs);
}

function numberOr(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function isNumberName(name: string): name is keyof typeof NUMBERS {
  return Object.hasOwn(NUMBERS, name);
}

function checkNumber(name: keyof typeof NUMBERS, value: unknown): void {
  const { least, most, whole } = NUMBERS[name];
  const fits =
    typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (fits) return;
  const written = name === "retryAfter" ? "retry-after" : name;
  throw new FaultError(
    `${written} takes a ${whole ? "whole " : ""}number from ${least} to ${most}, not ${JSON.stringify(value)}`,
  );
}
