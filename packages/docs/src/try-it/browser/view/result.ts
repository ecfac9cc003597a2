import type { VNode } from "preact";
import type { Outcome, Target } from "../call/connection.ts";
import type { Exchange } from "../call/exchange.ts";
import { h } from "./h.ts";
import { requestView, responseView } from "./message.ts";

export type Run =
  | { readonly kind: "none" }
  | { readonly kind: "mistaken" }
  | { readonly kind: "reset" }
  | { readonly kind: "sending"; readonly exchanges: readonly Exchange[] }
  | {
      readonly kind: "done";
      readonly exchanges: readonly Exchange[];
      readonly outcome: Outcome;
      readonly target: Target;
    };

/** What was sent and what came back, as it went over the wire, and what the client made of it. */
export function ResultView({ run }: { readonly run: Run }): VNode {
  const exchanges = run.kind === "sending" || run.kind === "done" ? run.exchanges : [];
  return h(
    "section",
    { id: "result", class: "part", "aria-labelledby": "result-title" },
    h("h3", { id: "result-title" }, "Answer"),
    h("p", { role: "status", class: "status" }, statusOf(run)),
    run.kind === "done" && outcomeView(run.outcome, run.target),
    exchanges.length > 1
      ? exchanges.map((exchange, index) =>
          h(
            "details",
            { key: index, open: index === exchanges.length - 1 },
            h("summary", null, `Attempt ${index + 1}: ${resultOf(exchange)}`),
            exchangeView(exchange, index + 1),
          ),
        )
      : exchanges.map((exchange) => exchangeView(exchange, 1)),
  );
}

function exchangeView(exchange: Exchange, attempt: number): VNode {
  return h("div", { class: "exchange" }, requestView(exchange, attempt), responseView(exchange, attempt));
}

function statusOf(run: Run): string {
  switch (run.kind) {
    case "none":
      return "Nothing has been sent yet.";
    case "mistaken":
      return "Not sent: there are mistakes in what is entered.";
    case "reset":
      return "The sandbox is as it was when this page was opened.";
    case "sending":
      return run.exchanges.length === 0
        ? "Sending…"
        : `Sending again, after ${resultOf(run.exchanges.at(-1))}…`;
    case "done":
      return doneText(run);
  }
}

function doneText({ outcome, exchanges }: Extract<Run, { kind: "done" }>): string {
  const last = exchanges.at(-1);
  const attempts = exchanges.length > 1 ? `, after ${exchanges.length} attempts` : "";
  if (outcome.kind === "aborted") return "Cancelled.";
  if (last === undefined) return outcome.kind === "threw" ? "Nothing was sent." : "";
  const thrown = outcome.kind === "threw" ? `. The client threw ${outcome.name}` : "";
  return `${resultOf(last)}${attempts}${thrown}.`;
}

function resultOf(exchange: Exchange | undefined): string {
  if (exchange === undefined) return "";
  const { response, milliseconds } = exchange;
  const time = `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
  if (response === undefined) return `no answer in ${time}`;
  return `${[response.status, response.statusText].filter(Boolean).join(" ")} in ${time}`;
}

function outcomeView(outcome: Outcome, target: Target): VNode | undefined {
  if (outcome.kind !== "threw") return undefined;
  const { name, message, details, unreachable } = outcome;
  return h(
    "div",
    { class: "thrown" },
    h("p", null, h("strong", null, name), " ", message),
    details.length > 0 &&
      h(
        "dl",
        null,
        details.map(([property, value]) => [h("dt", null, property), h("dd", null, value)]),
      ),
    unreachable && target !== "page" && h("p", { class: "hint" }, unreachableHint(target)),
  );
}

/** A browser does not tell a page why it got no answer. */
function unreachableHint(target: Target): string {
  const blocked =
    "Either nothing answers there, or it does not let pages of this site read its answers (CORS).";
  return target === "local"
    ? `${blocked} A local sandbox has to be started with --cors: npx @visitors-api/sandbox --cors`
    : blocked;
}
