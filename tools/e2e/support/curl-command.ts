import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { shellWords } from "./shell-words.ts";

/**
 * Sends what a curl command would (https://curl.se/docs/manpage.html), for machines without curl; it knows the options that samples have.
 *
 * @param folder Where the command would be run.
 * @throws {Error} for an option that it does not know.
 */
export async function sendCurl(
  command: string,
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<Response> {
  const [name, ...words] = shellWords(command, environment);
  if (name !== "curl") throw new Error(`This is no curl command: ${name}`);
  const headers = new Headers();
  const urls: string[] = [];
  const queries: string[] = [];
  let method: string | undefined;
  let data: string | Blob | undefined;
  let form: FormData | undefined;

  const options: Record<string, (value: string) => unknown> = {
    "--request": (value) => {
      method = value;
    },
    "--header": (value) => {
      const [, field = "", content = ""] = /^([^:;]+)(?:: ?|;)(.*)$/s.exec(value) ?? [];
      headers.append(field, content);
    },
    "--user": (value) => headers.set("Authorization", `Basic ${btoa(value)}`),
    "--url-query": (value) => queries.push(encodedField(value)),
    "--data": (value) => {
      if (value.startsWith("@")) throw new Error("curl would read a file");
      data = value;
    },
    "--data-raw": (value) => {
      data = value;
    },
    "--data-urlencode": (value) => {
      data = [data, encodedField(value)].filter((part) => part !== undefined).join("&");
    },
    "--data-binary": async (value) => {
      if (!value.startsWith("@")) throw new Error("Samples send files this way");
      data = await openAsBlob(join(folder, value.slice(1)));
    },
    "--form-string": (value) => {
      form ??= new FormData();
      form.append(...split(value, "="));
    },
    "--form": async (value) => {
      const [, field = "", file = "", text = "", type = ""] =
        /^([^=]+)=(?:@([^;]+)|"((?:[^"\\]|\\.)*)");type=(.+)$/s.exec(value) ?? [];
      form ??= new FormData();
      if (file !== "") form.append(field, await openAsBlob(join(folder, file), { type }), file);
      else form.append(field, new Blob([text.replaceAll(/\\(.)/gs, "$1")], { type }));
    },
  };
  while (words.length > 0) {
    const word = words.shift() ?? "";
    if (word === "--globoff" || word === "--include") continue;
    if (word === "--head") method = "HEAD";
    else if (!word.startsWith("-")) urls.push(word);
    else if (options[word] === undefined || words.length === 0) throw new Error(`Unknown option ${word}`);
    else await options[word](words.shift() ?? "");
  }
  const [url = ""] = urls;
  if (urls.length !== 1) throw new Error(`One URL, not ${urls.length}`);
  const target = new URL(url);
  for (const query of queries) target.search += `${target.search === "" ? "" : "&"}${query}`;
  const multipart = headers.get("Content-Type");
  if (form !== undefined && multipart !== null) {
    // The boundary goes with whatever media type is given.
    const encoded = new Response(form);
    const type = encoded.headers.get("Content-Type") ?? "";
    headers.set("Content-Type", type.replace("multipart/form-data", multipart));
    data = await encoded.blob();
    form = undefined;
  }
  const body = form ?? data;
  if (typeof body === "string" && !headers.has("Content-Type")) {
    headers.set("Content-Type", "application/x-www-form-urlencoded");
  }
  return fetch(target, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body !== undefined && { body }),
  });
}

function encodedField(text: string): string {
  const [name, value] = split(text, "=");
  return `${name}=${encodeURIComponent(value)}`;
}

function split(text: string, separator: string): [before: string, after: string] {
  const index = text.indexOf(separator);
  return [text.slice(0, index), text.slice(index + 1)];
}
