import type { VNode } from "preact";
import type { Field } from "../../form/form.ts";
import type { TryPage } from "../../try-page.ts";
import { absent, type Draft } from "../draft/draft.ts";
import { type FormState, stateOf } from "../draft/form-state.ts";
import { BodyView } from "./body.tsx";
import { labelOf, useForm } from "./context.ts";

export type FormProps = {
  readonly page: TryPage;
  readonly state: FormState;
  readonly onChange: (state: FormState) => void;
};

/** Everything that an operation can be given. */
export function FormView({ page, state, onChange }: FormProps): VNode {
  const { form, presets } = page;
  return (
    <section class="part" aria-labelledby="input-title">
      <h3 id="input-title">What to send</h3>
      <div class="field">
        <label for="preset">Start from</label>
        <select
          id="preset"
          onChange={({ currentTarget }) => onChange(stateOf(form, presets[Number(currentTarget.value)]))}
        >
          {[...presets.map(({ title }) => title), "an empty form"].map((title, index) => (
            <option key={index} value={index}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <Fields
        place="parameters"
        title="Parameters"
        fields={form.parameters}
        drafts={state.parameters}
        onChange={(parameters) => onChange({ ...state, parameters })}
      />
      <Fields
        place="headers"
        title="Headers"
        fields={form.headers}
        drafts={state.headers}
        onChange={(headers) => onChange({ ...state, headers })}
      />
      {form.body && (
        <BodyView
          page={page}
          body={form.body}
          state={state}
          onChange={(body) => onChange({ ...state, body })}
        />
      )}
    </section>
  );
}

type FieldsProps = {
  readonly place: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly onChange: (drafts: ReadonlyMap<string, Draft>) => void;
};

function Fields({ place, title, fields, drafts, onChange }: FieldsProps): VNode | null {
  const { controls, Control } = useForm();
  if (fields.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {fields.map((field) => (
        <Control
          key={field.name}
          index={field.control}
          draft={drafts.get(field.name) ?? absent}
          path={[place, field.name]}
          label={labelOf(controls, field)}
          onChange={(draft) => onChange(new Map(drafts).set(field.name, draft))}
        />
      ))}
    </>
  );
}
