import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TryPage } from "../../try-page.ts";
import type { Connection } from "../call/connection.ts";
import { baseUrlMistake } from "../call/network.ts";
import { type FormState, stateOf } from "../draft/form-state.ts";
import { Button } from "./button.tsx";
import { CodeView } from "./code.tsx";
import { FormContext } from "./context.ts";
import { ControlView } from "./control.tsx";
import { enteredCredentials } from "./credentials.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FormView } from "./form.tsx";
import { ResultView } from "./result.tsx";
import { type Settings, SettingsView, startingSettings } from "./settings.tsx";
import { useCall } from "./use-call.ts";

export type AppProps = {
  readonly page: TryPage;
  /** Index of the example to start from. */
  readonly preset: number;
  readonly connect: () => Promise<Connection>;
  readonly onClose: () => void;
};

/** The form of an operation, what is sent and what comes back. */
export function App({ page, preset, connect, onClose }: AppProps): VNode {
  const [settings, setSettings] = useState<Settings>(() => startingSettings(page));
  const [form, setForm] = useState<FormState>(() =>
    stateOf(page.form, page.presets[preset] ?? page.presets[0]),
  );
  const { run, issues, send, reset, cancel } = useCall(page, connect);
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

  return (
    <form
      ref={element}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ unchecked: false });
      }}
    >
      <div class="title">
        <h2 id="try-it-title" tabIndex={-1}>
          Try it
        </h2>
        <button type="button" class="button bare" onClick={onClose}>
          Close
        </button>
      </div>
      <FormContext.Provider value={{ issues, Control: ControlView }}>
        <SettingsView page={page} settings={settings} onChange={setSettings} onReset={() => void reset()} />
        <FormView page={page} state={form} onChange={setForm} />
      </FormContext.Provider>
      <CodeView page={page} state={form} baseUrl={baseUrlOf(settings)} />
      <div class="row send">
        <button type="submit" class="button main" aria-disabled={isSending}>
          Send
        </button>
        {isSending && <Button text="Cancel" onClick={cancel} />}
      </div>
      {/* Last, so that nothing moves when they come. */}
      <ResultView run={run} />
      <ErrorSummary issues={issues} onSendAnyway={() => void submit({ unchecked: true })} />
    </form>
  );
}

function baseUrlOf({ target, baseUrls }: Settings): string | undefined {
  const baseUrl = baseUrls[target];
  return target === "page" || baseUrlMistake(baseUrl) !== undefined ? undefined : baseUrl.replace(/\/+$/, "");
}
