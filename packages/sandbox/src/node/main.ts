#!/usr/bin/env node
import { readFileSync } from "node:fs";
import document from "@visitors-api/spec" with { type: "json" };
import { createSandbox } from "../create-sandbox.ts";
import { readDescription } from "../description/read.ts";
import { type Arguments, HELP, readArguments, UsageError } from "./arguments.ts";
import { curlLine } from "./curl.ts";
import { type SandboxServer, type ServedAnswer, serveSandbox } from "./serve.ts";

const USAGE = 2;
const FAILURE = 1;

try {
  const args = readArguments(process.argv.slice(2));
  if (args.help) process.stdout.write(HELP);
  else if (args.version) console.log(version());
  else await serve(args);
} catch (error) {
  const wrongArguments = error instanceof UsageError;
  console.error(`visitors-sandbox: ${messageOf(error)}${wrongArguments ? " (see --help)" : ""}`);
  process.exitCode = wrongArguments ? USAGE : FAILURE;
}

async function serve({ port, host, token }: Arguments): Promise<void> {
  const sandbox = createSandbox(token === undefined ? {} : { token });
  const server = await serveSandbox(sandbox, { port, host, onAnswer: logAnswer });
  stopOnSignal(server);
  printWelcome(server.url, token);
  if (!isLoopback(host)) {
    console.error(`Warning: listening on ${host}, where other machines can reach it`);
  }
}

function printWelcome(url: string, token: string | undefined): void {
  const description = readDescription(document);
  // Nothing can be sent to the address that stands for all of them.
  const reachable = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
  console.log(`${description.title} ${description.version}, sandbox ${version()}`);
  console.log(`URL:   ${reachable}`);
  console.log(`Token: ${token ?? "any"}`);
  console.log(`Try:   ${curlLine(description, reachable, token ?? "any")}`);
  console.log("Stop with Ctrl-C.");
}

function logAnswer({ method, path, status, milliseconds }: ServedAnswer): void {
  console.log(`${new Date().toISOString()} ${method} ${path} ${status} ${milliseconds.toFixed(1)} ms`);
}

function stopOnSignal(server: SandboxServer): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Once: a second signal of the same kind ends the process as if it were not handled.
    process.once(signal, () => void server.close());
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  // The package's own package.json, which always has a version.
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!("code" in error)) return error.message;
  switch (error.code) {
    case "EADDRINUSE":
      return `the port is taken (${error.message}): stop what uses it, or choose another with --port`;
    case "EACCES":
      return `no permission to listen (${error.message}): choose a port above 1023 with --port`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `this machine does not have the address (${error.message}): choose another with --host`;
    default:
      return error.message;
  }
}
