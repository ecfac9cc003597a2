import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TryPage } from "../../try-page.ts";
import type { Connection, Outcome } from "../call/connection.ts";
import type { Exchange } from "../call/exchange.ts";
import { baseUrlMistake } from "../call/network.ts";
import { checkForm } from "../draft/check-form.ts";
import { type FormState, inputOf, readForm, stateOf } from "../draft/form-state.ts";
import { type Issue, say } from "../draft/issue.ts";
import { CodeView } from "./code.ts";
import { enteredCredentials } from "./credentials.ts";
import { ErrorSummary } from "./error-summary.ts";
import { FormView } from "./form.ts";
import { h } from "./h.ts";
import { ResultView, type Run } from "./result.ts";
import { requestHeaders, type Settings, SettingsView, startingSettings } from "./settings.ts";

export type AppProps = {
  readonly page: TryPage;
  /** Undefined where no script runs: the form is then shown, and cannot be used. */
  readonly connection?: Connection;
};

/** The form of an operation, what is sent and what comes back. */
export function App({ page, connection }: AppProps): VNode {
  const [settings, setSettings] = useState<Settings>(() => startingSettings(page));
  const [form, setForm] = useState<FormState>(() => stateOf(page.form, page.presets[0]));
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [run, setRun] = useState<Run>({ kind: "none" });
  const abort = useRef<AbortController | undefined>(undefined);
  const element = useRef<HTMLFormElement>(null);
  // The build renders the form as one that cannot be used yet, and hydration takes over what is there.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(connection !== undefined), [connection]);
  const isSending = run.kind === "sending";

  const send = async ({ unchecked }: { unchecked: boolean }): Promise<void> => {
    if (connection === undefined || element.current === null || isSending) return;
    const values = readForm(page.form, form);
    const found = [
      ...settingsIssues(settings),
      ...(unchecked ? values.issues : checkForm(page.form, form, values, connection.validate)),
    ];
    setIssues(found);
    if (found.length > 0) {
      queueMicrotask(() => document.getElementById("mistakes")?.focus());
      return;
    }
    abort.current = new AbortController();
    const exchanges: Exchange[] = [];
    setRun({ kind: "sending", exchanges });
    const outcome: Outcome = await connection.call({
      target: settings.target,
      baseUrl: settings.baseUrls[settings.target],
      credentials: enteredCredentials(element.current, page.credentials),
      input: inputOf(page.form, values),
      headers: { ...values.headers, ...requestHeaders(settings, page) },
      signal: abort.current.signal,
      onExchange: (exchange) => {
        exchanges.push(exchange);
        setRun({ kind: "sending", exchanges: [...exchanges] });
      },
    });
    setRun({ kind: "done", exchanges, outcome, target: settings.target });
    setSettings((current) => ({ ...current, calls: current.calls + 1 }));
    requestAnimationFrame(() => document.getElementById("result")?.scrollIntoView({ block: "nearest" }));
  };

  return h(
    "form",
    {
      ref: element,
      noValidate: true,
      autoComplete: "off",
      onSubmit: (event) => {
        event.preventDefault();
        void send({ unchecked: false });
      },
    },
    h(
      "fieldset",
      { class: "inputs", disabled: !isReady },
      h(SettingsView, {
        page,
        settings,
        issues,
        onChange: setSettings,
        onReset: () => {
          connection?.reset();
          setRun({ kind: "reset" });
        },
      }),
      h(FormView, { page, state: form, issues, onChange: setForm }),
      h(ErrorSummary, { issues, onSendAnyway: () => void send({ unchecked: true }) }),
      h(
        "div",
        { class: "row send" },
        h(
          "button",
          { type: "submit", class: "primary", "aria-disabled": isSending ? "true" : undefined },
          "Send",
        ),
        isSending &&
          h("button", { type: "button", class: "quiet", onClick: () => abort.current?.abort() }, "Cancel"),
      ),
    ),
    h(
      "div",
      { class: "outputs" },
      h(CodeView, { page, state: form, baseUrl: baseUrlOf(settings) }),
      h(ResultView, { run }),
    ),
  );
}

function baseUrlOf({ target, baseUrls }: Settings): string | undefined {
  const baseUrl = baseUrls[target];
  return target === "page" || baseUrlMistake(baseUrl) !== undefined ? undefined : baseUrl.replace(/\/+$/, "");
}

function settingsIssues({ target, baseUrls }: Settings): Issue[] {
  const mistake = target === "page" ? undefined : baseUrlMistake(baseUrls[target]);
  return mistake === undefined ? [] : [say(["Base URL"], mistake)];
}
