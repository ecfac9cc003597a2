import { existsSync } from "node:fs";
import { isMap, isScalar } from "yaml";
import { YamlFile } from "./read/yaml-file.ts";

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

/**
 * Reads a policy, such as `spec/policy.yaml`.
 *
 * @returns One of defaults where there is no such file.
 * @throws {DescriptionError} when it says something else than a policy can, with the place.
 */
export function readPolicy(path: string): Policy {
  if (!existsSync(path)) return {};
  const file = new YamlFile(path);
  const { contents } = file;
  if (contents === null) return {};
  const [pair, other = pair] = isMap(contents) ? contents.items : [];
  const [said, name] = [pair?.value, other?.key];
  const isSetting = isScalar(name) && name.value === setting;
  const removalAfterSunset = isScalar(said)
    ? verdictsOfRemoval.find((verdict) => verdict === said.value)
    : undefined;
  if (!isSetting || !removalAfterSunset) file.refuse(isSetting ? name : contents, expected);
  file.check();
  return removalAfterSunset ? { removalAfterSunset } : {};
}
