import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { versionOrder } from "../base/releases.ts";
import { readAccepted } from "./read-accepted.ts";

/**
 * Says in a list of accepted changes that a version has been released with them: none is meant to be accepted beyond it.
 *
 * @param file The list, `accepted-changes.yaml`. It need not be there.
 * @throws {DescriptionError} with every mistake in it and its place.
 */
export function closeAccepted(file: string, version: string): void {
  if (!existsSync(file)) return;
  let text = readFileSync(file, "utf8");
  // From the last one on, so that the places of those before it stay.
  for (const { until, untilAt } of readAccepted(file).reverse()) {
    if (versionOrder(until, version) <= 0) continue;
    text = text.slice(0, untilAt[0]) + version + text.slice(untilAt[1]);
  }
  writeFileSync(file, text);
}
