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
  /** Index of the example to start from. */
  readonly preset: number;
  readonly connection: Connection;
  readonly onClose: () => void;
};

/** The form of an operation, what is sent and what comes back. */
export function App({ page, preset, connection, onClose }: AppProps): VNode {
  const [settings, setSettings] = useState<Settings>(() => startingSettings(page));
  const [form, setForm] = useState<FormState>(() =>
    stateOf(page.form, page.presets[preset] ?? page.presets[0]),
  );
  const { run, issues, send, reset, cancel } = useCall(page, connection);
  const element = useRef<HTMLFormElement>(null);
  const isSending = run.kind === "sending";
  // The example that is chosen beside the samples fills the form too.
  useEffect(() => {
    const fill = (event: Event): void => {
      const chosen = page.presets.find(({ title }) => event instanceof CustomEvent && title === event.detail);
      if (chosen !== undefined) setForm(stateOf(page.form, chosen));
    };
    document.addEventListener("example", fill);
    return () => document.removeEventListener("example", fill);
  }, [page]);

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
      "div",
      { class: "title" },
      h("h2", { id: "try-it-title", tabIndex: -1 }, "Try it"),
      h("button", { type: "button", class: "button bare", onClick: onClose }, "Close"),
    ),
    h(SettingsView, { page, settings, issues, onChange: setSettings, onReset: () => void reset() }),
    h(FormView, { page, state: form, issues, onChange: setForm }),
    h(CodeView, { page, state: form, baseUrl: baseUrlOf(settings) }),
    h(
      "div",
      { class: "row send" },
      h(
        "button",
        { type: "submit", class: "button main", "aria-disabled": isSending ? "true" : undefined },
        "Send",
      ),
      isSending && h("button", { type: "button", class: "button", onClick: cancel }, "Cancel"),
    ),
    // Last, so that nothing moves when they come.
    h(ResultView, { run }),
    h(ErrorSummary, { issues, onSendAnyway: () => void submit({ unchecked: true }) }),
  );
}

function baseUrlOf({ target, baseUrls }: Settings): string | undefined {
  const baseUrl = baseUrls[target];
  return target === "page" || baseUrlMistake(baseUrl) !== undefined ? undefined : baseUrl.replace(/\/+$/, "");
}
