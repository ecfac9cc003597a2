import type { VNode } from "preact";
import type { TryPage } from "../../try-page.ts";
import type { Target } from "../call/connection.ts";
import { idOf } from "../draft/issue.ts";
import { Button } from "./button.tsx";
import { CredentialsView } from "./credentials.tsx";
import { failures } from "./failures.ts";
import { Hint, Issues, useAttributes } from "./field.tsx";
import { Switch } from "./switch.tsx";

/** Where a call goes, and what the sandbox there is asked to answer. */
export type Settings = {
  readonly target: Target;
  readonly baseUrls: Readonly<Record<Target, string>>;
  /** Index in the list of answers; 0 is what the request asks for. */
  readonly answer: number;
  /** How many calls were made, so that failures are counted anew for each. */
  readonly calls: number;
};

export function startingSettings({ servers }: TryPage): Settings {
  const baseUrls = { page: "", local: "http://127.0.0.1:4010", other: servers[0] ?? "" };
  return { target: "page", baseUrls, answer: 0, calls: 0 };
}

type SettingsProps = {
  readonly page: TryPage;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onReset: () => void;
};

const targets: readonly { readonly target: Target; readonly title: string; readonly hint: string }[] = [
  {
    target: "page",
    title: "Sandbox in this page",
    hint: "An API that behaves as described runs in this page. Nothing leaves your browser, and what you change lasts until the page is loaded again.",
  },
  {
    target: "local",
    title: "Local sandbox",
    hint: "A sandbox on your machine, started so that pages may call it: npx @visitors-api/sandbox --cors",
  },
  {
    target: "other",
    title: "Other server",
    hint: "The request is real. The server has to allow pages of this site to call it (CORS).",
  },
];

/** Where to send, with what credential, and what to be answered. */
export function SettingsView(props: SettingsProps): VNode {
  const { page, settings, onChange, onReset } = props;
  const { target } = settings;
  const chosen = targets.findIndex((one) => one.target === target);
  return (
    <section class="part" aria-labelledby="settings-title">
      <h3 id="settings-title">Where to send</h3>
      <Switch
        label="Where to send"
        name="target"
        describedBy="target-hint"
        options={targets.map(({ title }) => title)}
        chosen={chosen}
        onChoose={(index) => onChange({ ...settings, target: targets[index]?.target ?? target })}
      />
      <p class="hint" id="target-hint">
        {targets[chosen]?.hint}
      </p>
      {target !== "page" && <BaseUrl {...props} />}
      <CredentialsView key={target} target={target} credentials={page.credentials} />
      {target !== "other" && <Answer {...props} />}
      {target === "page" && (
        <div class="row">
          <Button text="Reset the sandbox" onClick={onReset} />
        </div>
      )}
    </section>
  );
}

function BaseUrl({ page, settings, onChange }: SettingsProps): VNode {
  const { target, baseUrls } = settings;
  const path = ["Base URL"];
  const label = { name: "Base URL", required: true, hint: "https, or http on localhost and 127.0.0.1" };
  return (
    <div class="field">
      <label for={idOf(path)}>{label.name}</label>
      <Hint path={path} hint={label.hint} />
      <input
        {...useAttributes(path, label)}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        list={target === "other" ? "servers" : undefined}
        value={baseUrls[target]}
        onInput={({ currentTarget }) => {
          onChange({ ...settings, baseUrls: { ...baseUrls, [target]: currentTarget.value.trim() } });
        }}
      />
      <Issues path={path} />
      <datalist id="servers">
        {page.servers.map((url) => (
          <option key={url} value={url} />
        ))}
      </datalist>
    </div>
  );
}

function Answer({ page, settings, onChange }: SettingsProps): VNode {
  const options = (offered: readonly { readonly title: string }[], first: number): VNode[] =>
    offered.map(({ title }, index) => (
      <option key={title} value={first + index}>
        {title}
      </option>
    ));
  return (
    <div class="field">
      <label for="answer">The sandbox answers</label>
      <select
        id="answer"
        value={settings.answer}
        onChange={({ currentTarget }) => onChange({ ...settings, answer: Number(currentTarget.value) })}
      >
        <option value={0}>as the request asks for</option>
        <optgroup label="What the description has as an example">{options(page.answers, 1)}</optgroup>
        <optgroup label="A failure">{options(failures, 1 + page.answers.length)}</optgroup>
      </select>
    </div>
  );
}

/** The headers that ask the sandbox for an answer. No other server is sent any. */
export function requestHeaders(
  { target, answer, calls }: Settings,
  { answers }: TryPage,
): Record<string, string> {
  if (target === "other" || answer === 0) return {};
  const documented = answers[answer - 1];
  if (documented !== undefined) return { Prefer: documented.prefer };
  const failure = failures[answer - 1 - answers.length];
  return failure === undefined ? {} : { "X-Sandbox-Fault": `${failure.fault}; seed=${calls + 1}` };
}
