import { json } from "../../json.ts";
import type { Field, Part, RequestBody, SampleRequest, Template } from "../request.ts";
import { indented, literal, type Notation } from "./literals.ts";

const python: Notation = {
  scalar: (value) => {
    if (value === null) return "None";
    if (typeof value === "boolean") return value ? "True" : "False";
    return json(value);
  },
  key: string,
  file: ({ name }) => `open(${string(name)}, "rb")`,
  padding: "",
  indent: "    ",
};

/** A program for Python 3.8 or newer with its standard library alone, so that it runs as it is pasted. */
export function emitPython(request: SampleRequest): string {
  const { method, headers, basic, body, secretQuery } = request;
  const isMultipart = body?.kind === "multipart";
  const entries = [
    ...(basic ? [`"Authorization": f"Basic {credentials}",`] : []),
    ...(isMultipart ? [`"Content-Type": ${multipartType(body.mediaType)},`] : []),
    ...headers.map(({ name, value }) => `${string(name)}: ${formatted(value)},`),
  ];
  const args = [
    `${urlExpression(request)},`,
    `method=${string(method)},`,
    ...(entries.length > 0 ? [`headers={\n${indented(entries.join("\n"), python)}\n},`] : []),
    ...(body ? [`data=${bodyExpression(body)},`] : []),
  ];
  const hasSecrets =
    secretQuery.length > 0 || headers.some(({ value }) => value.some((p) => typeof p !== "string"));
  const modules = [
    ...(basic ? ["base64"] : []),
    ...(body?.kind === "json" ? ["json"] : []),
    ...(basic || hasSecrets ? ["os"] : []),
    ...(secretQuery.length > 0 || body?.kind === "form" ? ["urllib.parse"] : []),
    "urllib.request",
    ...(isMultipart ? ["uuid"] : []),
  ];
  return [
    ...modules.map((name) => `import ${name}`),
    "",
    ...(basic ? [credentials(basic), ""] : []),
    ...(isMultipart ? [multipart(body.parts), ""] : []),
    `request = urllib.request.Request(\n${indented(args.join("\n"), python)}\n)`,
    "with urllib.request.urlopen(request) as response:",
    method === "HEAD" ? "    print(response.status)" : "    print(response.read().decode())",
  ].join("\n");
}

function urlExpression({ url, secretQuery }: SampleRequest): string {
  if (secretQuery.length === 0) return string(url);
  const pairs = secretQuery.map(({ name, variable }) => `${string(name)}: os.environ[${string(variable)}]`);
  const separator = url.includes("?") ? "&" : "?";
  return `${string(url + separator)} + urllib.parse.urlencode({${pairs.join(", ")}})`;
}

function bodyExpression(body: RequestBody): string {
  switch (body.kind) {
    case "json":
      return `json.dumps(${literal(body.value, python, 0, "    data=json.dumps().encode(),".length)}).encode()`;
    case "text":
      return `${string(body.text)}.encode()`;
    case "file":
      return `open(${string(body.file.name)}, "rb").read()`;
    case "form":
      return `urllib.parse.urlencode([\n${indented(body.fields.map(pair).join("\n"), python)}\n]).encode()`;
    case "multipart":
      return "body";
  }
}

function pair([name, value]: Field): string {
  return `(${string(name)}, ${string(value)}),`;
}

/** RFC 7578. The standard library reads such bodies, and writes none. */
function multipart(parts: readonly Part[]): string {
  const lines = parts.map(({ name, value, mediaType }) => {
    const isText = typeof value === "string";
    const file = isText ? "" : `; filename="${value.name}"`;
    const disposition = `Content-Disposition: form-data; name="${parameterOf(name)}"${file}\r\n`;
    const type = mediaType === undefined ? "" : `Content-Type: ${mediaType}\r\n`;
    if (isText) return `${string(`${disposition}${type}\r\n${value}`)}.encode(),`;
    return `${string(`${disposition}${type}\r\n`)}.encode() + open(${string(value.name)}, "rb").read(),`;
  });
  return [
    "boundary = uuid.uuid4().hex",
    `parts = [\n${indented(lines.join("\n"), python)}\n]`,
    'body = b"".join(f"--{boundary}\\r\\n".encode() + part + b"\\r\\n" for part in parts)',
    'body += f"--{boundary}--\\r\\n".encode()',
  ].join("\n");
}

/** The media type of a body of several parts, with its boundary. */
function multipartType(mediaType: string): string {
  return `f"${string(mediaType).slice(1, -1).replaceAll(/[{}]/g, "$&$&")}; boundary={boundary}"`;
}

/** HTML § 4.10.21.8: what would end the name of a part is encoded. */
function parameterOf(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function credentials({ username, password }: NonNullable<SampleRequest["basic"]>): string {
  const pair = `{os.environ['${username}']}:{os.environ['${password}']}`;
  return `credentials = base64.b64encode(f"${pair}".encode()).decode()`;
}

/** A string, formatted where secrets are in it. */
function formatted(template: Template): string {
  const [first] = template;
  if (template.length === 1 && first !== undefined && typeof first !== "string") {
    return `os.environ[${string(first.variable)}]`;
  }
  if (template.every((part) => typeof part === "string")) return string(template.join(""));
  const text = template.map((part) => {
    if (typeof part !== "string") return `{os.environ['${part.variable}']}`;
    return string(part).slice(1, -1).replaceAll(/[{}]/g, "$&$&");
  });
  return `f"${text.join("")}"`;
}

/** JSON's escapes are Python's too. */
function string(text: string): string {
  return JSON.stringify(text);
}
