import type { VNode } from "preact";
import type { Body, Exchange, Message } from "../call/exchange.ts";
import { h } from "./h.ts";

/** A longer body would make the page slow. */
const longestText = 200_000;

export function requestView({ request }: Exchange, attempt: number): VNode {
  return messageView("Request", attempt, `${request.method} ${request.url}`, request);
}

export function responseView({ response, failure }: Exchange, attempt: number): VNode {
  if (response === undefined)
    return h("p", { class: "failure" }, `No answer: ${failure ?? "nobody knows why"}`);
  const line = [response.status, response.statusText].filter(Boolean).join(" ");
  return h(
    "div",
    null,
    messageView("Response", attempt, line, response),
    failure !== undefined && h("p", { class: "failure" }, `The answer is not whole: ${failure}`),
  );
}

function messageView(title: string, attempt: number, line: string, { headers, body }: Message): VNode {
  const head = [line, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return h(
    "div",
    { class: "message" },
    h("h4", null, title),
    h(
      "pre",
      { tabIndex: 0, role: "region", "aria-label": `${title} of attempt ${attempt}` },
      h("code", null, h("b", null, line), head.slice(line.length), body && `\n\n${bodyText(body)}`),
    ),
  );
}

function bodyText(body: Body): string {
  if (body.kind === "bytes") return `(${body.size} bytes)`;
  const text = indented(body.text);
  return text.length > longestText
    ? `${text.slice(0, longestText)}\n(${text.length - longestText} more characters)`
    : text;
}

/** JSON as a reader would write it. */
function indented(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
