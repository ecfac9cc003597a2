import { checkNames } from "../contract/contract.ts";
import { platforms } from "./index.ts";
import type { Loading, Platform } from "./platform.ts";

/** Where the matrix stands: the client's README, under this heading, up to the next one. */
export const readme = "packages/client/README.md";

const section = /^## Platforms\n\n(.*?)(?=^## )/ms;

const loading: Readonly<Record<Loading, string>> = {
  import: "`import`",
  require: "`require`",
  bundle: "bundled by esbuild",
};

/** What the README says of platforms, made from what the tests run. */
export function matrix(): string {
  const names = [...new Set(platforms.map(({ name }) => name))];
  const rows = names.map((name) => {
    const [first, ...others] = platforms.filter((platform) => platform.name === name);
    const versions = [first, ...others].map(version).join(", ");
    return `| ${name} | ${versions} | ${first?.loadings.map((way) => loading[way]).join(", ")} |`;
  });
  return [
    `The same ${checkNames.length} promises are kept, by the files that are published and with a real server, on`,
    "",
    "| Platform | Versions | Loaded by |",
    "|---|---|---|",
    ...rows,
    "",
    "They are what this page says of calls, credentials, errors, retries, timeouts and aborts; `tools/e2e/visitors/contract`",
    "has each as code. Where platforms differ: a browser sends its own `User-Agent`, and needs the API's leave (CORS); Cloudflare",
    "Workers keep the token from following a redirect to another origin if their compatibility date is 2025-09-01 or later.",
    "",
  ].join("\n");
}

function version(platform: Platform | undefined): string {
  return platform?.version ?? "the one that is installed";
}

/** What the README's section says now; undefined when it has none. */
export function statedMatrix(text: string): string | undefined {
  return section.exec(text)?.[1]?.trimEnd().concat("\n");
}

/** The README with the section as it should be. */
export function withMatrix(text: string): string {
  return text.replace(section, () => `## Platforms\n\n${matrix()}\n`);
}
