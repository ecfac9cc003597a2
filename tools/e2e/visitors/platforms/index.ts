import { chromium } from "./chromium.ts";
import type { Platform } from "./platform.ts";
import { processPlatforms } from "./processes.ts";
import { workerd } from "./workerd.ts";

/** Everything that the contract is run on. */
export const platforms: readonly Platform[] = [...(await processPlatforms()), await workerd(), chromium];
