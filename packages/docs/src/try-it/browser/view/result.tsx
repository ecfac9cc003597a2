import type { VNode } from "preact";
import type { Outcome, Target } from "../call/connection.ts";
import type { Exchange } from "../call/exchange.ts";
import { ExchangeView } from "./message.tsx";

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
  const [only] = exchanges;
  return (
    <section id="result" class="part" aria-labelledby="result-title">
      <h3 id="result-title">Answer</h3>
      <p role="status" class="status">
        {statusOf(run)}
      </p>
      {run.kind === "done" && <OutcomeView outcome={run.outcome} target={run.target} />}
      {exchanges.length > 1
        ? exchanges.map((exchange, index) => (
            <details key={index} open={index === exchanges.length - 1}>
              <summary>
                Attempt {index + 1}: {resultOf(exchange)}
              </summary>
              <ExchangeView exchange={exchange} attempt={index + 1} />
            </details>
          ))
        : only && <ExchangeView exchange={only} attempt={1} />}
    </section>
  );
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

type OutcomeProps = { readonly outcome: Outcome; readonly target: Target };

function OutcomeView({ outcome, target }: OutcomeProps): VNode | null {
  if (outcome.kind !== "threw") return null;
  const { name, message, details, unreachable } = outcome;
  return (
    <div class="thrown">
      <p>
        <strong>{name}</strong> {message}
      </p>
      {details.length > 0 && (
        <dl>
          {details.map(([property, value]) => [
            <dt key={property}>{property}</dt>,
            <dd key={`${property}:`}>{value}</dd>,
          ])}
        </dl>
      )}
      {unreachable && target !== "page" && <p class="hint">{unreachableHint(target)}</p>}
    </div>
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
