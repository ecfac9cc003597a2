import { json } from "../../json.ts";
import { isFormData, type RequestBody, type SampleRequest, type Template } from "../request.ts";

/** A program for Go with its standard library alone, laid out as gofmt would. */
export function emitGo(request: SampleRequest): string {
  const { method, headers, basic, body, secretQuery } = request;
  const isMultipart = body?.kind === "multipart";
  const content = body ? bodyStatements(body) : { lines: [], reader: "nil", packages: [] };
  const hasSecrets =
    secretQuery.length > 0 || headers.some(({ value }) => value.some((p) => typeof p !== "string"));
  const packages = new Set([
    ...["fmt", "io", "log", "net/http"],
    ...(hasSecrets || basic ? ["os"] : []),
    ...(secretQuery.length > 0 ? ["net/url"] : []),
    ...content.packages,
  ]);
  const lines = [
    ...content.lines,
    `request, err := http.NewRequest(${string(method)}, ${urlExpression(request)}, ${content.reader})`,
    ...check,
    ...(basic
      ? [`request.SetBasicAuth(${environment(basic.username)}, ${environment(basic.password)})`]
      : []),
    ...(isMultipart ? [`request.Header.Set("Content-Type", ${multipartType(body.mediaType)})`] : []),
    ...headers.map(({ name, value }) => `request.Header.Set(${string(name)}, ${joined(value)})`),
    "",
    "response, err := http.DefaultClient.Do(request)",
    ...check,
    "defer response.Body.Close()",
    "answer, err := io.ReadAll(response.Body)",
    ...check,
    "fmt.Println(response.Status, string(answer))",
  ];
  return [
    "package main",
    "",
    "import (",
    ...[...packages].sort().map((name) => `\t${string(name)}`),
    ")",
    "",
    "func main() {",
    ...lines.map((line) => (line === "" ? "" : `\t${line}`)),
    "}",
  ].join("\n");
}

const check = ["if err != nil {", "\tlog.Fatal(err)", "}"];

function urlExpression({ url, secretQuery }: SampleRequest): string {
  return secretQuery.reduce((expression, { name, variable }, index) => {
    const separator = index > 0 || url.includes("?") ? "&" : "?";
    return `${expression}+${string(`${separator}${name}=`)}+url.QueryEscape(${environment(variable)})`;
  }, string(url));
}

type Content = {
  readonly lines: readonly string[];
  /** The expression that reads the body. */
  readonly reader: string;
  readonly packages: readonly string[];
};

function bodyStatements(body: RequestBody): Content {
  switch (body.kind) {
    case "json":
      return textContent(json(body.value, 2));
    case "text":
      return textContent(body.text);
    case "file":
      return {
        lines: [`body, err := os.Open(${string(body.file.name)})`, ...check],
        reader: "body",
        packages: ["os"],
      };
    case "form":
      return {
        lines: [
          "form := url.Values{}",
          ...body.fields.map(([name, value]) => `form.Add(${string(name)}, ${string(value)})`),
        ],
        reader: "strings.NewReader(form.Encode())",
        packages: ["net/url", "strings"],
      };
    case "multipart":
      return multipartContent(body.parts);
  }
}

function textContent(text: string): Content {
  return { lines: [`body := strings.NewReader(${rawString(text)})`], reader: "body", packages: ["strings"] };
}

function multipartContent(parts: Extract<RequestBody, { kind: "multipart" }>["parts"]): Content {
  const hasHeaders = parts.some(({ mediaType }) => mediaType !== undefined);
  const hasFiles = parts.some(({ value }) => typeof value !== "string");
  const lines = parts.flatMap(({ name, value, mediaType }) => {
    if (typeof value === "string" && mediaType === undefined)
      return [`form.WriteField(${string(name)}, ${string(value)})`];
    const isText = typeof value === "string";
    const file = isText ? "" : `; filename="${value.name}"`;
    const disposition = `form-data; name="${name.replaceAll(/["\r\n]/g, encodeURIComponent)}"${file}`;
    return [
      "{",
      "\tpart, err := form.CreatePart(textproto.MIMEHeader{",
      `\t\t"Content-Disposition": {${string(disposition)}},`,
      `\t\t"Content-Type":        {${string(mediaType ?? "")}},`,
      "\t})",
      ...check.map((line) => `\t${line}`),
      ...(isText
        ? [`\tio.WriteString(part, ${rawString(value)})`]
        : [
            `\tfile, err := os.ReadFile(${string(value.name)})`,
            ...check.map((line) => `\t${line}`),
            "\tpart.Write(file)",
          ]),
      "}",
    ];
  });
  return {
    lines: ["var body bytes.Buffer", "form := multipart.NewWriter(&body)", ...lines, "form.Close()"],
    reader: "&body",
    packages: [
      ...["bytes", "mime/multipart"],
      ...(hasHeaders ? ["net/textproto"] : []),
      ...(hasFiles ? ["os"] : []),
    ],
  };
}

/** The media type of a body of several parts, with its boundary. */
function multipartType(mediaType: string): string {
  if (isFormData(mediaType)) return "form.FormDataContentType()";
  return `${string(`${mediaType}; boundary=`)}+form.Boundary()`;
}

function environment(variable: string): string {
  return `os.Getenv(${string(variable)})`;
}

function joined(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? string(part) : environment(part.variable)))
    .join("+");
}

/** Go's escapes are JSON's, but that half of a surrogate pair is none; a byte order mark may not stand in a source. */
function string(text: string): string {
  return JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}"))
    .replaceAll("\u{FEFF}", "\\ufeff")
    .replaceAll("\u007F", "\\u007f");
}

/** Go spec, "String literals": a raw string has no escapes, and loses carriage returns. */
function rawString(text: string): string {
  const isRaw = !/[`\r\0\u{FEFF}\p{Surrogate}]/u.test(text) && /["\n]/.test(text);
  return isRaw ? `\`${text}\`` : string(text);
}
