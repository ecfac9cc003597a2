import { Fragment, type VNode } from "preact";
import type { BodyForm, Field } from "../../form/form.ts";
import type { TryPage } from "../../try-page.ts";
import { absent, controlAt, type Draft } from "../draft/draft.ts";
import {
  type BodyState,
  bodyState,
  type FormState,
  isJsonAble,
  readForm,
  stateOf,
} from "../draft/form-state.ts";
import { type Issue, idOf } from "../draft/issue.ts";
import { type FormContext, labelOf } from "./context.ts";
import { ControlView } from "./control.ts";
import { controlAttributes, issuesView } from "./field.ts";
import { h } from "./h.ts";

export type FormProps = {
  readonly page: TryPage;
  readonly state: FormState;
  readonly issues: readonly Issue[];
  readonly onChange: (state: FormState) => void;
};

/** Everything that an operation can be given. */
export function FormView(props: FormProps): VNode {
  const { page, state, issues, onChange } = props;
  const { form } = page;
  const context = { controls: form.controls, issues, Control: ControlView };
  return h(
    Fragment,
    null,
    h(
      "section",
      { class: "part", "aria-labelledby": "input-title" },
      h("h3", { id: "input-title" }, "What to send"),
      presetsView(props),
      fieldsView(context, "parameters", "Parameters", form.parameters, state.parameters, (parameters) =>
        onChange({ ...state, parameters }),
      ),
      fieldsView(context, "headers", "Headers", form.headers, state.headers, (headers) =>
        onChange({ ...state, headers }),
      ),
      form.body && bodyView(props, context, form.body),
    ),
  );
}

function presetsView({ page, onChange }: FormProps): VNode {
  return h(
    "div",
    { class: "field" },
    h("label", { for: "preset" }, "Start from"),
    h(
      "select",
      {
        id: "preset",
        onChange: ({ currentTarget }) =>
          onChange(stateOf(page.form, page.presets[Number(currentTarget.value)])),
      },
      page.presets.map(({ title }, index) => h("option", { key: index, value: String(index) }, title)),
      h("option", { value: String(page.presets.length) }, "an empty form"),
    ),
  );
}

function fieldsView(
  context: FormContext,
  place: string,
  title: string,
  fields: readonly Field[],
  drafts: ReadonlyMap<string, Draft>,
  onChange: (drafts: ReadonlyMap<string, Draft>) => void,
): VNode | undefined {
  if (fields.length === 0) return undefined;
  return h(
    Fragment,
    null,
    h("h4", null, title),
    fields.map((field) =>
      h(context.Control, {
        key: field.name,
        context,
        index: field.control,
        draft: drafts.get(field.name) ?? absent,
        path: [place, field.name],
        label: labelOf(context, field),
        onChange: (draft) => onChange(new Map(drafts).set(field.name, draft)),
      }),
    ),
  );
}

const bodyPath = ["body"];

type JsonState = Extract<BodyState, { mode: "json" }>;

function bodyView(props: FormProps, context: FormContext, body: BodyForm): VNode {
  const { page, state, onChange } = props;
  const change = (next: BodyState): void => onChange({ ...state, body: next });
  return h(
    Fragment,
    null,
    h(
      "h4",
      null,
      "Body ",
      h("span", { class: "type" }, body.mediaType),
      body.required && [" ", h("span", { class: "required" }, "required")],
    ),
    body.hint && h("p", { class: "hint" }, body.hint),
    isJsonAble(page.form) && modeView(props, body, change),
    state.body.mode === "json"
      ? jsonView(context, state.body, (text) => change({ mode: "json", text }))
      : formView(context, body, state.body.draft, (draft) => change({ mode: "form", draft })),
  );
}

function formView(
  context: FormContext,
  body: BodyForm,
  draft: Draft,
  onChange: (draft: Draft) => void,
): VNode {
  const { kind, type } = controlAt(context.controls, body.control);
  const control = h(context.Control, {
    context,
    index: body.control,
    draft,
    path: bodyPath,
    label: { name: "body", type, required: body.required, hint: undefined },
    onChange,
    isBare: body.required,
  });
  // Only what stands here without a frame of its own has no element that an issue could be shown at.
  if (!body.required || (kind !== "object" && kind !== "variants")) return control;
  return h(
    "div",
    { id: idOf(bodyPath), tabIndex: -1, class: "body" },
    issuesView(context, bodyPath),
    control,
  );
}

function modeView({ page, state }: FormProps, body: BodyForm, onChange: (body: BodyState) => void): VNode {
  const isJson = state.body.mode === "json";
  const toJson = (): void => {
    const { body: value } = readForm(page.form, state);
    onChange({ mode: "json", text: value === undefined ? "" : JSON.stringify(value, null, 2) });
  };
  const toForm = (): void => {
    const { body: value, issues } = readForm(page.form, state);
    const mistake = issues.find(({ path }) => path[0] === "body");
    const next = mistake ? state.body : bodyState(page.form, body, value);
    const problem = mistake?.text ?? "The form cannot show this body: it has something that is not described";
    onChange(next.mode === "json" ? { ...next, problem } : next);
  };
  const radio = (title: string, checked: boolean, choose: () => void): VNode =>
    h(
      "label",
      null,
      h("input", { type: "radio", name: "body-mode", checked, onChange: choose }),
      h("span", null, title),
    );
  return h(
    "div",
    { class: "switch", role: "radiogroup", "aria-label": "How to enter the body" },
    radio("Form", !isJson, toForm),
    radio("JSON", isJson, toJson),
  );
}

function jsonView(
  context: FormContext,
  { text, problem }: JsonState,
  onChange: (text: string) => void,
): VNode {
  const label = { name: "Body as JSON", type: undefined, required: false, hint: undefined };
  return h(
    "div",
    { class: "field" },
    h("label", { for: idOf(bodyPath) }, label.name),
    h("textarea", {
      ...controlAttributes(context, bodyPath, label),
      class: "json",
      rows: Math.min(24, Math.max(6, text.split("\n").length + 1)),
      spellcheck: false,
      value: text,
      onInput: ({ currentTarget }) => onChange(currentTarget.value),
    }),
    h("p", { class: "issue", role: "status" }, problem),
    issuesView(context, bodyPath),
  );
}
