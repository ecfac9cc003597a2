import { defineConfig } from "vitest/config";
import shared from "../../tools/workspace/vitest.config.ts";

export default defineConfig({ test: { ...shared.test, globalSetup: "test/own-site.ts" } });
