import { Fragment, type VNode } from "preact";
import type { TryPage } from "../../try-page.ts";
import { absent, type Draft } from "../draft/draft.ts";
import { type FormState, stateOf } from "../draft/form-state.ts";
import { BodyView } from "./body.tsx";
import { useForm } from "./context.ts";

export type FormProps = {
  readonly page: TryPage;
  readonly state: FormState;
  readonly onChange: (state: FormState) => void;
};

/** Everything that an operation can be given. */
export function FormView({ page, state, onChange }: FormProps): VNode {
  const { form, presets } = page;
  const { Control } = useForm();
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
      {form.fields.map((field) => {
        const { name, control } = field;
        const draft = state.get(name) ?? absent;
        const change = (next: Draft): void => onChange(new Map(state).set(name, next));
        if (name === "body" && form.body !== undefined) {
          return <BodyView key={name} form={form} field={field} state={state} onChange={change} />;
        }
        return (
          <Fragment key={name}>
            <h4>{titles[name]}</h4>
            <Control control={control} draft={draft} path={[name]} label={field} onChange={change} isBare />
          </Fragment>
        );
      })}
    </section>
  );
}

const titles: Readonly<Record<string, string>> = { parameters: "Parameters", headers: "Headers" };
