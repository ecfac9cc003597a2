import { useRef, useState } from "preact/hooks";
import type { TryPage } from "../../try-page.ts";
import type { Connection, Outcome } from "../call/connection.ts";
import type { Exchange } from "../call/exchange.ts";
import type { Credential } from "../call/mask.ts";
import { baseUrlMistake } from "../call/network.ts";
import { checkForm } from "../draft/check-form.ts";
import { plainNumbers } from "../draft/exact-number.ts";
import { type FormState, inputOf, readForm } from "../draft/form-state.ts";
import { type Issue, say } from "../draft/issue.ts";
import type { Run } from "./result.tsx";
import { requestHeaders, type Settings } from "./settings.tsx";

/** What a call is made of: all of it as it was when the reader asked for the call. */
export type Entered = {
  readonly settings: Settings;
  readonly form: FormState;
  readonly credentials: readonly Credential[];
  /** Whether it is sent without a look at it. What is no value at all cannot be sent. */
  readonly unchecked: boolean;
};

/** The calls of a page, one at a time. */
export function useCall(page: TryPage, connect: () => Promise<Connection>) {
  const [run, setRun] = useState<Run>({ kind: "none" });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const current = useRef<AbortController | undefined>(undefined);

  /** Resolves to whether something was sent. */
  const send = async (entered: Entered): Promise<boolean> => {
    if (current.current !== undefined) return false;
    const abort = new AbortController();
    current.current = abort;
    const exchanges: Exchange[] = [];
    setRun({ kind: "sending", exchanges: [] });
    try {
      const connection = await connect();
      const found = mistakesIn(page, entered, connection);
      setIssues(found);
      if (found.length > 0) {
        setRun({ kind: "mistaken" });
        queueMicrotask(() => document.getElementById("mistakes")?.focus());
        return false;
      }
      const onExchange = (exchange: Exchange): void => {
        exchanges.push(exchange);
        setRun({ kind: "sending", exchanges: [...exchanges] });
      };
      const outcome = await connection.call({ ...callOf(page, entered), signal: abort.signal, onExchange });
      setRun({ kind: "done", exchanges, outcome, target: entered.settings.target });
    } catch (error) {
      setRun({ kind: "done", exchanges, outcome: failureOf(error), target: entered.settings.target });
    } finally {
      current.current = undefined;
    }
    return true;
  };

  const reset = async (): Promise<void> => {
    (await connect()).reset();
    setRun({ kind: "reset" });
  };

  return { run, issues, send, reset, cancel: () => current.current?.abort() };
}

function mistakesIn(page: TryPage, entered: Entered, { validate }: Connection): Issue[] {
  const { settings, form, unchecked } = entered;
  const { target, baseUrls } = settings;
  const mistake = target === "page" ? undefined : baseUrlMistake(baseUrls[target]);
  const values = readForm(page.form, form);
  return [
    ...(mistake === undefined ? [] : [say(["Base URL"], mistake)]),
    ...(unchecked
      ? values.issues
      : checkForm(page.form, form, values, validate(plainNumbers(inputOf(page.form, values))))),
  ];
}

function callOf(page: TryPage, { settings, form, credentials }: Entered) {
  const values = readForm(page.form, form);
  return {
    target: settings.target,
    baseUrl: settings.baseUrls[settings.target],
    credentials,
    input: inputOf(page.form, values),
    body: typedBody(page, form),
    headers: { ...values.headers, ...requestHeaders(settings, page) },
  };
}

function typedBody({ form }: TryPage, state: FormState): string | undefined {
  const isJson = /[/+]json\b/.test(form.body?.mediaType ?? "");
  const body = state.get("body");
  return body?.kind === "json" && isJson && body.text.trim() !== "" ? body.text : undefined;
}

/** What was to be loaded first could not be. */
function failureOf(error: unknown): Outcome {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: "threw", name, message, details: [], unreachable: false };
}
