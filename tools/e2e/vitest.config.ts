import { defineConfig } from "vitest/config";
import shared from "../workspace/vitest.config.ts";

// They are the last to end, wait for other processes much of the time, and have nothing to do with each other.
export default defineConfig({ test: { ...shared.test, maxWorkers: 2 } });
