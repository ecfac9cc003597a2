import { defaultBaseUrl, type Model } from "@visitors-api/codegen";
import { variablesOf } from "@visitors-api/docs/credentials";
import type { Api } from "@visitors-api/release/api";
import { constantCase } from "./api.ts";
import { inCell } from "./markdown.ts";

/** What texts about the tools for agents say of one API. */
export interface AgentTexts {
  /** The settings of a client that starts the server, as JSON. */
  readonly agentSettings: string;
  /** The options of `claude mcp add` and `codex mcp add`, and those of `gemini mcp add`, that set the credentials; empty without any. */
  readonly agentEnv: string;
  readonly geminiEnv: string;
  /** When it is a sandbox that is called: the beginning of a sentence. */
  readonly inSandbox: string;
  /** The environment variables, as a table. */
  readonly agentVariables: string;
}

export function agentTexts(model: Model, { name, scope, variables }: Api): AgentTexts {
  const credentials = model.securitySchemes.flatMap((scheme) =>
    variablesOf(scheme, model.title).map((variable, index) => ({
      variable,
      what: index === 0 ? inCell(scheme.description) || scheme.name : "Its password",
    })),
  );
  const [first] = model.securitySchemes;
  const needed = first ? variablesOf(first, model.title) : [];
  const args = ["-y", `${scope}/mcp`];
  const env = Object.fromEntries(needed.map((variable) => [variable, "…"]));
  const server = { command: "npx", args, ...(needed.length > 0 && { env }) };
  const flags = (flag: string) => needed.map((variable) => ` ${flag} ${variable}=…`).join("");
  const baseUrl = defaultBaseUrl(model);
  const rows = [
    ...credentials.map(({ variable, what }) => [variable, what]),
    [variables.baseUrl, `Where the API is.${baseUrl === undefined ? "" : ` Default: \`${baseUrl}\``}`],
    [
      `${constantCase(name)}_MCP_TOKEN`,
      "What clients have to show with `--http`. Default: a new one each time, printed when it starts",
    ],
  ];
  return {
    // A list of words stands on one line where people write it.
    agentSettings: JSON.stringify({ mcpServers: { [name]: server } }, undefined, 2).replace(
      /\[\s+("-y"),\s+(".*")\s+\]/,
      "[$1, $2]",
    ),
    agentEnv: flags("--env"),
    geminiEnv: flags("-e"),
    inSandbox:
      needed.length > 0 ? "Without credentials" : `Unless \`${variables.baseUrl}\` says where the API is,`,
    agentVariables: [
      "| Variable | What it holds |",
      "| --- | --- |",
      ...rows.map(([variable, what]) => `| \`${variable}\` | ${what} |`),
    ].join("\n"),
  };
}
