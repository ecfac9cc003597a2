import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TryPage } from "../../try-page.ts";
import type { Connection } from "../call/connection.ts";
import { baseUrlMistake } from "../call/network.ts";
import { type FormState, stateOf } from "../draft/form-state.ts";
import { CodeView } from "./code.ts";
import { enteredCredentials } from "./credentials.ts";
import { ErrorSummary } from "./error-summary.ts";
import { FormView } from "./form.ts";
import { h } from "./h.ts";
import { ResultView } from "./result.ts";
import { type Settings, SettingsView, startingSettings } from "./settings.ts";
import { useCall } from "./use-call.ts";

export type AppProps = {
  readonly page: TryPage;
  /** Undefined where no script runs: the form is then shown, and cannot be used. */
  readonly connection?: Connection;
};

/** The form of an operation, what is sent and what comes back. */
export function App({ page, connection }: AppProps): VNode {
  const [settings, setSettings] = useState<Settings>(() => startingSettings(page));
  const [form, setForm] = useState<FormState>(() => stateOf(page.form, page.presets[0]));
  const { run, issues, send, reset, cancel } = useCall(page, connection);
  const element = useRef<HTMLFormElement>(null);
  // The build renders the form as one that cannot be used yet, and hydration takes over what is there.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(connection !== undefined), [connection]);
  const isSending = run.kind === "sending";

  const submit = async ({ unchecked }: { unchecked: boolean }): Promise<void> => {
    if (element.current === null) return;
    const credentials = enteredCredentials(element.current, page.credentials);
    if (!(await send({ settings, form, credentials, unchecked }))) return;
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
        void submit({ unchecked: false });
      },
    },
    h(
      "fieldset",
      { class: "inputs", disabled: !isReady },
      h(SettingsView, { page, settings, issues, onChange: setSettings, onReset: () => void reset() }),
      h(FormView, { page, state: form, issues, onChange: setForm }),
      h(ErrorSummary, { issues, onSendAnyway: () => void submit({ unchecked: true }) }),
      h(
        "div",
        { class: "row" },
        h(
          "button",
          { type: "submit", class: "primary", "aria-disabled": isSending ? "true" : undefined },
          "Send",
        ),
        isSending && h("button", { type: "button", class: "quiet", onClick: cancel }, "Cancel"),
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
