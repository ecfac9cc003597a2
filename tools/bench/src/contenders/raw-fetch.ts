import type { Call, Task } from "../description/call.ts";
import { type Contender, literal, token } from "./contender.ts";

const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };

/** What a call comes to without any client. */
export const rawFetch: Contender = {
  name: "raw fetch",
  isResilient: false,
  page: {
    setup: () => "",
    call: (call, task) => `fetch(${fetchArguments(call, task)}).then((response) => response.json())`,
    read: (result, property) => `${result}.${property}`,
  },
};

/** The same by way of a `Request`, as every client with middleware makes one. */
export const rawFetchOfRequest: Contender = {
  ...rawFetch,
  name: "raw fetch of a Request",
  page: {
    setup: () => "",
    call: (call, task) =>
      `fetch(new Request(${fetchArguments(call, task)})).then((response) => response.json())`,
    read: (result, property) => `${result}.${property}`,
  },
};

function fetchArguments({ method, path, parameters, body }: Call, { baseUrl }: Task): string {
  const url = baseUrl + path.replaceAll(/\{(.+?)\}/g, (_, name) => parameters[name] ?? "");
  const stringified = body && `, body: JSON.stringify(${literal(body)})`;
  return `${literal(url)}, { method: ${literal(method)}, headers: ${literal(headers)}${stringified ?? ""} }`;
}
