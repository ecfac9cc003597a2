import type { VNode } from "preact";
import type { Body, Exchange, Message } from "../call/exchange.ts";
import { Block } from "./block.tsx";

/** A longer body would make the page slow. */
const longestText = 200_000;

/** A request and what came of it, as they went over the wire. */
export function ExchangeView({
  exchange,
  attempt,
}: {
  readonly exchange: Exchange;
  readonly attempt: number;
}): VNode {
  const { request, response, failure } = exchange;
  const status = response && [response.status, response.statusText].filter(Boolean).join(" ");
  return (
    <div class="exchange">
      <MessageView
        title="Request"
        attempt={attempt}
        line={`${request.method} ${request.url}`}
        message={request}
      />
      {response && <MessageView title="Response" attempt={attempt} line={status ?? ""} message={response} />}
      {(failure !== undefined || response === undefined) && (
        <p class="failure">
          {response ? "The answer is not whole" : "No answer"}: {failure ?? "nobody knows why"}
        </p>
      )}
    </div>
  );
}

type MessageProps = {
  readonly title: string;
  readonly attempt: number;
  /** The first line. */
  readonly line: string;
  readonly message: Message;
};

function MessageView({ title, attempt, line, message: { headers, body } }: MessageProps): VNode {
  const lines = headers.map(([name, value]) => `\n${name}: ${value}`).join("");
  return (
    <div class="message">
      <h4>{title}</h4>
      <Block name={`${title} of attempt ${attempt}`}>
        <b>{line}</b>
        {lines}
        {body && `\n\n${bodyText(body)}`}
      </Block>
    </div>
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
