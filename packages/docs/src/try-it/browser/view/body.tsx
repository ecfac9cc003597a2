import type { VNode } from "preact";
import type { BodyForm } from "../../form/form.ts";
import type { TryPage } from "../../try-page.ts";
import { controlAt } from "../draft/draft.ts";
import { type BodyState, bodyState, type FormState, isJsonAble, readForm } from "../draft/form-state.ts";
import { idOf } from "../draft/issue.ts";
import { useForm } from "./context.ts";
import { Issues, useAttributes } from "./field.tsx";
import { Switch } from "./switch.tsx";

type BodyProps = {
  readonly page: TryPage;
  readonly body: BodyForm;
  /** Of the whole form. */
  readonly state: FormState;
  readonly onChange: (body: BodyState) => void;
};

const path = ["body"];

/** What is sent as the body: entered in a form, or as the JSON that it is. */
export function BodyView(props: BodyProps): VNode {
  const { page, body, state, onChange } = props;
  return (
    <>
      <h4>
        Body <span class="type">{body.mediaType}</span>{" "}
        {body.required && <span class="required">required</span>}
      </h4>
      <p class="hint">{body.hint}</p>
      {isJsonAble(page.form) && (
        <Switch
          label="How to enter the body"
          name="body-mode"
          options={["Form", "JSON"]}
          chosen={state.body.mode === "form" ? 0 : 1}
          onChoose={(index) => onChange(index === 0 ? asForm(props) : asJson(props))}
        />
      )}
      {state.body.mode === "json" ? (
        <JsonBody {...state.body} onChange={(text) => onChange({ mode: "json", text })} />
      ) : (
        <FormBody
          body={body}
          draft={state.body.draft}
          onChange={(draft) => onChange({ mode: "form", draft })}
        />
      )}
    </>
  );
}

function asJson({ page, state }: BodyProps): BodyState {
  const { body } = readForm(page.form, state);
  return { mode: "json", text: body === undefined ? "" : JSON.stringify(body, null, 2) };
}

function asForm({ page, body, state }: BodyProps): BodyState {
  const { body: value, issues } = readForm(page.form, state);
  const mistake = issues.find((issue) => issue.path[0] === "body");
  const next = mistake ? state.body : bodyState(page.form, body, value);
  const problem = mistake?.text ?? "The form cannot show this body: it has something that is not described";
  return next.mode === "json" ? { ...next, problem } : next;
}

type Mode<Name extends BodyState["mode"]> = Extract<BodyState, { mode: Name }>;

type FormBodyProps = {
  readonly body: BodyForm;
  readonly draft: Mode<"form">["draft"];
  readonly onChange: (draft: Mode<"form">["draft"]) => void;
};

function FormBody({ body, draft, onChange }: FormBodyProps): VNode {
  const { controls, Control } = useForm();
  const { kind, type } = controlAt(controls, body.control);
  const control = (
    <Control
      index={body.control}
      draft={draft}
      path={path}
      label={{ name: "body", type, required: body.required }}
      onChange={onChange}
      isBare={body.required}
    />
  );
  // Only what stands here without a frame of its own has no element that an issue could be shown at.
  if (!body.required || (kind !== "object" && kind !== "variants")) return control;
  return (
    <div id={idOf(path)} tabIndex={-1} class="body">
      <Issues path={path} />
      {control}
    </div>
  );
}

type JsonBodyProps = Omit<Mode<"json">, "mode"> & { readonly onChange: (text: string) => void };

function JsonBody({ text, problem, onChange }: JsonBodyProps): VNode {
  const name = "Body as JSON";
  return (
    <div class="field">
      <label for={idOf(path)}>{name}</label>
      <textarea
        {...useAttributes(path, { name })}
        class="json"
        rows={Math.min(24, Math.max(6, text.split("\n").length + 1))}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p class="issue" role="status">
        {problem}
      </p>
      <Issues path={path} />
    </div>
  );
}
