import type { Benchmark } from "../benchmark.ts";
import { bundleSize } from "./bundle-size.ts";
import { callTime } from "./call-time.ts";
import { differenceTime } from "./difference-time.ts";
import { docsBuild } from "./docs-build.ts";
import { docsLarge } from "./docs-large.ts";
import { docsPage } from "./docs-page.ts";
import { generationTime } from "./generation-time.ts";
import { installedSize } from "./installed-size.ts";
import { mcpCallTime } from "./mcp-call-time.ts";
import { mcpStart } from "./mcp-start.ts";
import { mcpToolsSize } from "./mcp-tools-size.ts";
import { operationSize } from "./operation-size.ts";
import { sandboxCallTime } from "./sandbox-call-time.ts";
import { sandboxMemory } from "./sandbox-memory.ts";
import { sandboxRequests } from "./sandbox-requests.ts";
import { sandboxStart } from "./sandbox-start.ts";
import { typeCheck } from "./type-check.ts";

/** By the name of the group that they can be run by. */
export const benchmarks: Readonly<Record<string, readonly Benchmark[]>> = {
  client: [bundleSize, operationSize, callTime, installedSize, typeCheck],
  generator: [generationTime],
  description: [differenceTime],
  docs: [docsPage, docsLarge, docsBuild],
  mcp: [mcpStart, mcpCallTime, mcpToolsSize],
  sandbox: [sandboxRequests, sandboxStart, sandboxMemory, sandboxCallTime],
};
