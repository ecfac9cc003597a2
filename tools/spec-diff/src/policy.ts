import { existsSync, readFileSync } from "node:fs";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";

/** What the rules leave to whoever publishes. */
export interface Policy {
  /**
   * What it is to remove what was deprecated, on the day of its `x-sunset` or later. Default: "breaking", as any other removal;
   * "additive", where users are held to have been told.
   */
  readonly removalAfterSunset?: (typeof verdictsOfRemoval)[number];
}

const verdictsOfRemoval = ["breaking", "additive"] as const;
const setting = "removal-after-sunset";
const expected = `A policy has the one key \`${setting}\`, which is ${verdictsOfRemoval.join(" or ")}.`;

/** A policy that cannot be read; its message says where, and what to write. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/**
 * Reads a policy, such as `spec/policy.yaml`.
 *
 * @returns One of defaults where there is no such file.
 * @throws {PolicyError} when it says something else than a policy can.
 */
export function readPolicy(file: string): Policy {
  if (!existsSync(file)) return {};
  const lineCounter = new LineCounter();
  const { contents, errors } = parseDocument(readFileSync(file, "utf8"), { lineCounter });
  const refuse = (offset: number, message = expected): never => {
    const { line, col } = lineCounter.linePos(offset);
    throw new PolicyError(`${file}:${line}:${col}: ${message}`);
  };
  for (const { pos, message } of errors) refuse(pos[0], message);
  if (contents === null) return {};
  if (!isMap(contents)) return refuse(contents.range[0]);
  const [pair, other = pair] = contents.items;
  const [said, name] = [pair?.value, other?.key];
  if (!isScalar(name) || name.value !== setting) return refuse(contents.range[0]);
  const removalAfterSunset = isScalar(said)
    ? verdictsOfRemoval.find((verdict) => verdict === said.value)
    : undefined;
  return removalAfterSunset ? { removalAfterSunset } : refuse(name.range?.[0] ?? 0);
}
