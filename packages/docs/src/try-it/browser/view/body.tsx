import type { VNode } from "preact";
import type { Field, Form } from "../../form/form.ts";
import { absent, type Draft } from "../draft/draft.ts";
import { fieldDraft } from "../draft/draft-of.ts";
import { type FormState, isJsonAble, readForm } from "../draft/form-state.ts";
import { idOf } from "../draft/issue.ts";
import { useForm } from "./context.ts";
import { Issues } from "./field.tsx";
import { Switch } from "./switch.tsx";

type BodyProps = {
  readonly form: Form;
  readonly field: Field;
  /** Of the whole form. */
  readonly state: FormState;
  readonly onChange: (body: Draft) => void;
};

const path = ["body"];

/** What is sent as the body: entered in a form, or as the JSON that it is. */
export function BodyView({ form, field, state, onChange }: BodyProps): VNode {
  const { Control } = useForm();
  const { required, hint, control } = field;
  const draft = state.get("body") ?? absent;
  const isJson = draft.kind === "json";
  const { kind, type } = control;
  const choose = (asJson: boolean): void => {
    const { body, issues } = readForm(form, state);
    const mistake = issues.find((issue) => issue.path[0] === "body");
    const json: Draft = { kind: "json", text: body === undefined ? "" : JSON.stringify(body, null, 2) };
    const next = asJson ? json : mistake ? draft : fieldDraft(field, body);
    const isRefused = !asJson && next.kind === "json";
    onChange(isRefused ? { ...next, problem: mistake?.text ?? cannotShow } : next);
  };
  const entry = (
    <Control
      control={control}
      draft={draft}
      path={path}
      label={isJson ? { name: "Body as JSON" } : { name: "body", type, required }}
      onChange={onChange}
      isBare={required}
    />
  );
  // Only what stands here without a frame of its own has no element that an issue could be shown at.
  const isFrameless = !isJson && required && (kind === "object" || kind === "variants");
  return (
    <>
      <h4>
        Body <span class="type">{form.body?.mediaType}</span>{" "}
        {required && <span class="required">required</span>}
      </h4>
      <p class="hint">{hint}</p>
      {isJsonAble(form) && (
        <Switch
          label="How to enter the body"
          name="body-mode"
          options={["Form", "JSON"]}
          chosen={isJson ? 1 : 0}
          onChoose={(chosen) => choose(chosen === 1)}
        />
      )}
      {isFrameless ? (
        <div id={idOf(path)} tabIndex={-1} class="body">
          <Issues path={path} />
          {entry}
        </div>
      ) : (
        entry
      )}
      <p class="issue" role="status">
        {isJson && draft.problem}
      </p>
    </>
  );
}

const cannotShow = "The form cannot show this body: it has something that is not described";
