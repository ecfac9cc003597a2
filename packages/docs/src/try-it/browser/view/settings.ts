import type { VNode } from "preact";
import type { TryPage } from "../../try-page.ts";
import type { Target } from "../call/connection.ts";
import { type Issue, idOf } from "../draft/issue.ts";
import { CredentialsView } from "./credentials.ts";
import { failures } from "./failures.ts";
import { controlAttributes, hintView, issuesView } from "./field.ts";
import { h } from "./h.ts";

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
  readonly issues: readonly Issue[];
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
export function SettingsView({ page, settings, issues, onChange, onReset }: SettingsProps): VNode {
  const { target } = settings;
  const hint = targets.find((one) => one.target === target)?.hint;
  return h(
    "section",
    { class: "part", "aria-labelledby": "settings-title" },
    h("h3", { id: "settings-title" }, "Where to send"),
    h(
      "div",
      {
        class: "switch",
        role: "radiogroup",
        "aria-label": "Where to send",
        "aria-describedby": "target-hint",
      },
      targets.map((one) =>
        h(
          "label",
          { key: one.target },
          h("input", {
            type: "radio",
            name: "target",
            checked: one.target === target,
            onChange: () => onChange({ ...settings, target: one.target }),
          }),
          h("span", null, one.title),
        ),
      ),
    ),
    h("p", { class: "hint", id: "target-hint" }, hint),
    target !== "page" && baseUrlView({ page, settings, issues, onChange, onReset }),
    h(CredentialsView, { key: target, target, credentials: page.credentials }),
    target !== "other" && answerView({ page, settings, issues, onChange, onReset }),
    target === "page" &&
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", class: "button", onClick: onReset }, "Reset the sandbox"),
      ),
  );
}

const baseUrlPath = ["Base URL"];

function baseUrlView({ page, settings, issues, onChange }: SettingsProps): VNode {
  const { target, baseUrls } = settings;
  const context = { issues };
  const hint = "https, or http on localhost and 127.0.0.1";
  const label = { name: "Base URL", type: undefined, required: true, hint };
  return h(
    "div",
    { class: "field" },
    h("label", { for: idOf(baseUrlPath) }, "Base URL"),
    hintView(baseUrlPath, hint),
    h("input", {
      ...controlAttributes(context, baseUrlPath, label),
      type: "text",
      inputMode: "url",
      autoComplete: "off",
      spellcheck: false,
      list: target === "other" ? "servers" : undefined,
      value: baseUrls[target],
      onInput: ({ currentTarget }) => {
        onChange({ ...settings, baseUrls: { ...baseUrls, [target]: currentTarget.value.trim() } });
      },
    }),
    issuesView(context, baseUrlPath),
    h(
      "datalist",
      { id: "servers" },
      page.servers.map((url) => h("option", { key: url, value: url })),
    ),
  );
}

function answerView({ page, settings, onChange }: SettingsProps): VNode {
  const option = (index: number, title: string): VNode =>
    h("option", { key: index, value: String(index), selected: index === settings.answer }, title);
  return h(
    "div",
    { class: "field" },
    h("label", { for: "answer" }, "The sandbox answers"),
    h(
      "select",
      {
        id: "answer",
        value: String(settings.answer),
        onChange: ({ currentTarget }) => onChange({ ...settings, answer: Number(currentTarget.value) }),
      },
      option(0, "as the request asks for"),
      h(
        "optgroup",
        { label: "What the description has as an example" },
        page.answers.map(({ title }, index) => option(1 + index, title)),
      ),
      h(
        "optgroup",
        { label: "A failure" },
        failures.map(({ title }, index) => option(1 + page.answers.length + index, title)),
      ),
    ),
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
