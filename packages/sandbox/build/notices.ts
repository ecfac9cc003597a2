import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The licences of the packages of others that are bundled, which ask to be passed on with their code.
 *
 * @param inputs The files that the bundle is made of.
 */
export function noticesOf(inputs: readonly string[]): string {
  const folders = inputs.flatMap((input) => {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resolve(input)) ?? [];
    return folder === undefined ? [] : [folder];
  });
  return [...new Set(folders)].map(noticeOf).sort().join("\n");
}

function noticeOf(folder: string): string {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // Not every package has the text in it; where it stands, its repository says.
  const text =
    file === undefined ? (repository?.url ?? repository) : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
