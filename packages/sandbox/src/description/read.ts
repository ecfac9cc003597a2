import { isJsonObject, type JsonObject, objectOrEmpty, stringOrUndefined } from "./json-object.ts";
import type { Description, DocumentedResponse, Operation } from "./model.ts";
import { readContent } from "./read-content.ts";
import { readParameters } from "./read-parameters.ts";
import { readSecurity } from "./read-security.ts";
import { checkReferences, resolve } from "./reference.ts";
import { basePathsOf } from "./servers.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Reads an OpenAPI 3.0 or 3.1 document.
 *
 * @throws TypeError when the document is not one; Error when something in it refers to nothing.
 */
export function readDescription(document: object): Description {
  if (!isJsonObject(document) || !/^3\.[01]\./.test(String(document["openapi"]))) {
    throw new TypeError(
      "The description is not an OpenAPI 3.0 or 3.1 document: its `openapi` is not 3.0.x or 3.1.x",
    );
  }
  checkReferences(document);
  const info = objectOrEmpty(document["info"]);
  const operations = Object.entries(objectOrEmpty(document["paths"])).flatMap(([path, item]) =>
    readPathItem(document, path, objectOrEmpty(resolve(document, item))),
  );
  return {
    title: stringOrUndefined(info["title"]) ?? "API",
    version: stringOrUndefined(info["version"]) ?? "",
    operations,
    basePaths: basePathsOf(document["servers"]),
    sharedError: sharedErrorOf(operations),
  };
}

function readPathItem(document: JsonObject, path: string, item: JsonObject): Operation[] {
  return METHODS.filter((method) => isJsonObject(item[method])).map((method) => {
    const operation = objectOrEmpty(item[method]);
    const body = resolve(document, operation["requestBody"]);
    return {
      id: stringOrUndefined(operation["operationId"]),
      method: method.toUpperCase(),
      path,
      parameters: readParameters(document, item["parameters"], operation["parameters"]),
      requestBody: isJsonObject(body)
        ? { required: body["required"] === true, content: readContent(document, body["content"], "request") }
        : undefined,
      responses: readResponses(document, operation["responses"]),
      security: readSecurity(document, operation["security"] ?? document["security"]),
    };
  });
}

function readResponses(document: JsonObject, responses: unknown): Map<string, DocumentedResponse> {
  return new Map(
    Object.entries(objectOrEmpty(responses)).map(([status, value]) => {
      const response = objectOrEmpty(resolve(document, value));
      return [
        // The document may write a range as 4xx; OpenAPI 3.1 § 4.8.16 names it 4XX.
        status === "default" ? status : status.toUpperCase(),
        {
          content: readContent(document, response["content"], "response"),
          headerNames: Object.keys(objectOrEmpty(response["headers"])).map((name) => name.toLowerCase()),
          headers: readHeaderExamples(document, response["headers"]),
        },
      ];
    }),
  );
}

function readHeaderExamples(document: JsonObject, headers: unknown): Map<string, string> {
  const examples = new Map<string, string>();
  for (const [name, value] of Object.entries(objectOrEmpty(headers))) {
    const header = objectOrEmpty(resolve(document, value));
    const schema = objectOrEmpty(resolve(document, header["schema"]));
    const example = header["example"] ?? schema["example"] ?? schema["default"];
    // OpenAPI 3.1 § 4.8.21: a response header named Content-Type is ignored.
    if (example !== undefined && typeof example !== "object" && name.toLowerCase() !== "content-type") {
      examples.set(name.toLowerCase(), String(example));
    }
  }
  return examples;
}

function sharedErrorOf(operations: readonly Operation[]): DocumentedResponse | undefined {
  const withBody = operations.flatMap((operation) =>
    [...operation.responses].filter(([, response]) => response.content.size > 0),
  );
  const error =
    withBody.find(([status]) => status === "default") ?? withBody.find(([status]) => /^[45]/.test(status));
  return error?.[1];
}
