import { UsageError } from "@visitors-api/machine/usage-error";
import { api } from "@visitors-api/release/api";
import { isLoopback } from "./loopback.ts";
import { parseOptions } from "./parse-options.ts";
import { describedServers, type Input, type WorkflowFile } from "./workflows.ts";

export interface Arguments {
  readonly server: string;
  /** The inputs of the workflows by name, secrets among them. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What must not be shown. */
  readonly secrets: readonly string[];
  /** Go on without asking. */
  readonly yes: boolean;
}

/**
 * Reads the arguments, whose names are those of the workflows' inputs. Secret inputs come from the environment.
 *
 * @returns undefined when help is asked for.
 * @throws UsageError
 */
export function readArguments(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  files: readonly WorkflowFile[],
): Arguments | undefined {
  const inputs = allInputs(files);
  const open = inputs.filter(({ isSecret }) => !isSecret);
  const values = parsed(args, open);
  if (values["help"] === true) return undefined;

  const given: Record<string, string> = {};
  for (const input of open) {
    const value = values[optionName(input)] ?? input.default;
    if (typeof value !== "string" || value === "") {
      throw new UsageError(`--${optionName(input)} is missing: ${input.description}`);
    }
    given[input.name] = value;
  }
  const server = readServer(values["server"]);
  const secrets: string[] = [];
  for (const input of inputs.filter(({ isSecret }) => isSecret)) {
    const secret = readSecret(input, environment);
    given[input.name] = secret;
    secrets.push(secret);
  }
  return { server, inputs: given, secrets, yes: values["yes"] === true };
}

/** Of basic authentication there are two; every other credential is one, whatever the input that it is for is called. */
function variableOf({ name }: Input): string {
  const { username, token } = api.variables;
  return name === "username" && username !== undefined ? username : token;
}

function readSecret(input: Input, environment: NodeJS.ProcessEnv): string {
  const variable = variableOf(input);
  const secret = environment[variable] ?? "";
  if (secret === "") throw new UsageError(`${variable} is not set: ${input.description}`);
  // RFC 6750 § 2.1: what a bearer token may consist of. A user's name or a password may have any other character.
  if (api.variables.username === undefined && !/^[\w.~+/-]+=*$/.test(secret)) {
    throw new UsageError(`${variable} is not an access token: it has a character that none has`);
  }
  return secret;
}

export function help(files: readonly WorkflowFile[]): string {
  const inputs = allInputs(files).filter(({ isSecret }) => !isSecret);
  const rows = [
    ...inputs.map((input) => [
      `--${optionName(input)} <text>`,
      `${input.description}${input.default === undefined ? " Required." : ` Default: ${input.default}`}`,
    ]),
    [
      "--server <url>",
      `A server of the description, or one on this machine. Default: ${describedServers()[0]?.url}`,
    ],
    ["--yes", "Do not ask before anything is sent."],
    ["--help", "Print this."],
  ] as const;
  const width = Math.max(...rows.map(([option = ""]) => option.length));
  return [
    "Usage: npm run verify:live -- [options]",
    "",
    "Runs the workflows in spec/ against the real API, and compares its answers with them and with the description.",
    ...secretsText(allInputs(files)),
    "",
    "Options:",
    ...rows.map(([option = "", text]) => `  ${option.padEnd(width)}  ${text}`),
  ].join("\n");
}

function secretsText(inputs: readonly Input[]): string[] {
  const variables = [...new Set(inputs.filter(({ isSecret }) => isSecret).map(variableOf))];
  return variables.length === 0 ? [] : [`What lets a call in is read from ${variables.join(" and ")}.`];
}

/** Inputs of one name are one input, in whichever workflow they are. */
function allInputs(files: readonly WorkflowFile[]): Input[] {
  const inputs = files.flatMap(({ workflows }) => workflows.flatMap((workflow) => workflow.inputs));
  return [...new Map(inputs.map((input) => [input.name, input])).values()];
}

function optionName({ name }: Input): string {
  return name.replaceAll("_", "-");
}

function parsed(args: readonly string[], inputs: readonly Input[]): Record<string, unknown> {
  const options: Record<string, { type: "string" | "boolean" }> = {
    server: { type: "string" },
    yes: { type: "boolean" },
    help: { type: "boolean" },
  };
  for (const input of inputs) options[optionName(input)] = { type: "string" };
  return parseOptions({ args: [...args], options }).values;
}

/** The token goes to the API's own servers, or stays on this machine. */
function readServer(given: unknown): string {
  const servers = describedServers().map(({ url }) => url);
  const server = typeof given === "string" ? given.replace(/\/$/, "") : servers[0];
  if (server === undefined) throw new UsageError("--server is missing: the description names no server");
  const url = URL.parse(server);
  if (servers.includes(server) || (url !== null && isLoopback(url))) return server;
  throw new UsageError(`--server takes ${servers.join(", ")} or a server on this machine, not ${server}`);
}
