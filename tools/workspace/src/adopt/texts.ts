import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defaultBaseUrl, type Model } from "@visitors-api/codegen";
import { variablesOf } from "@visitors-api/docs/credentials";
import type { Description } from "@visitors-api/openapi";
import type { Api } from "@visitors-api/release/api";
import { agentTexts } from "./agents.ts";
import { curlCommand } from "./curl.ts";
import { inCell } from "./markdown.ts";
import { programsOf } from "./programs.ts";

/** The texts that are written anew for another API, by their paths in the repository, and what they are written from. */
export const templates: Readonly<Record<string, string>> = {
  "README.md": "readme.md",
  "packages/client/README.md": "client.md",
  "packages/sandbox/README.md": "sandbox.md",
  "packages/docs/README.md": "docs.md",
  "packages/mcp/README.md": "mcp.md",
  "spec/README.md": "spec.md",
  ...Object.fromEntries(
    ["quick-start.md", "authentication.md", "errors-and-retries.md", "testing.md", "for-agents.md"].map(
      (name) => [`packages/docs/src/content/guides/${name}`, name],
    ),
  ),
};

/** What a template can say, by the name that stands in it in double braces. */
export type Values = Readonly<Record<string, string>>;

export function valuesOf(description: Description, model: Model, api: Api): Values {
  const { title, name, scope, variables } = api;
  const baseUrl = defaultBaseUrl(model);
  const secrets = [variables.username, variables.token].filter((variable) => variable !== undefined);
  const isSecured = model.securitySchemes.length > 0;
  return {
    ...programsOf(model, api),
    ...agentTexts(model, api),
    title,
    name,
    scope,
    version: model.version,
    summary: description.summary ? ` ${asSentence(description.summary)}` : "",
    operations: operationsTable(model),
    baseUrlVariable: variables.baseUrl,
    withoutBaseUrl: baseUrl === undefined ? "" : ` Without it they go to\n\`${baseUrl}\`.`,
    anyCredential: isSecured ? ", and give any credential" : "",
    exports: [
      `export ${variables.baseUrl}=http://127.0.0.1:4010`,
      ...(isSecured ? secrets.map((variable) => `export ${variable}=any`) : []),
    ].join("\n"),
    schemes: schemesText(model),
    curl: curlSection(curlCommand(description, model, api)),
  };
}

/**
 * Writes a text from its template.
 *
 * @throws {Error} for a name in the template that there is no value of.
 */
export async function textFrom(template: string, values: Values): Promise<string> {
  const text = await readFile(join(import.meta.dirname, "texts", template), "utf8");
  const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} names {{${name}}}, and there is no such value.`);
    return value;
  });
  return `${filled.trimEnd()}\n`;
}

function operationsTable({ operations }: Model): string {
  const rows = operations.map(
    ({ name, method, path, summary }) =>
      `| \`client.${name}\` | \`${method.toUpperCase()} ${path}\` | ${inCell(summary)} |`,
  );
  return ["| Method | Request | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}

function curlSection(command: string | undefined): string {
  return command === undefined ? "" : `## Make a request\n\n\`\`\`sh\n${command}\n\`\`\`\n\n`;
}

function schemesText({ securitySchemes, title }: Model): string {
  if (securitySchemes.length === 0) return "The description asks for no credentials.";
  const rows = securitySchemes.map((scheme) => {
    const variables = variablesOf(scheme, title).map((variable) => `\`${variable}\``);
    return `| \`${scheme.option}\` | ${inCell(scheme.description) || scheme.name} | ${variables.join(", ")} |`;
  });
  return [
    "Credentials are options of the client. The samples of this site read them from the environment.",
    "",
    "| Option | What it is | Variable |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function asSentence(text: string): string {
  const line = inCell(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
