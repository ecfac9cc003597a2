import { isObject } from "@visitors-api/openapi";
import type { VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { type Draft, type DraftOf, emptyDraft, variantDraft } from "../draft/draft.ts";
import { draftOf } from "../draft/draft-of.ts";
import { idOf } from "../draft/issue.ts";
import { readDraft } from "../draft/read-draft.ts";
import { type ControlProps, useForm } from "./context.ts";
import { Group } from "./group.tsx";
import { isScalar, ScalarView } from "./scalar.tsx";
import { Switch } from "./switch.tsx";

type VariantsProps = ControlProps & { readonly control: ControlOf<"variants"> };

/** A value of one of several schemas, of which the reader chooses one. */
export function VariantsView(props: VariantsProps): VNode | null {
  const { control, draft, path, label, onChange, isBare } = props;
  const isCompact = control.options.every((option) => isScalar(option.control));
  if (isCompact && draft.kind !== "null") return <CompactVariants {...props} />;
  const content =
    draft.kind === "variant" ? (
      <>
        <Switch
          label={`Variant of ${label.name}`}
          name={`variant:${idOf(path)}`}
          options={control.options.map(({ title }) => title)}
          chosen={draft.chosen}
          onChoose={(chosen) => onChange(choose(control, draft, chosen))}
        />
        <p class="hint">{control.options[draft.chosen]?.hint}</p>
        <ChosenVariant {...props} shown={draft} />
      </>
    ) : null;
  return isBare ? content : <Group {...props} content={content ?? undefined} />;
}

/** What the variants have in common keeps what is entered. */
function choose(control: ControlOf<"variants">, draft: DraftOf<"variant">, chosen: number): Draft {
  const [before, after] = [control.options[draft.chosen], control.options[chosen]];
  const next = { ...draft, chosen };
  if (!before || !after || draft.drafts[chosen] !== undefined) return next;
  const fresh = emptyDraft(after.control);
  const inner = after.control;
  const value = readDraft(before.control, variantDraft(control, draft), []);
  if (fresh.kind !== "object" || inner.kind !== "object" || !isObject(value)) return next;
  const kept = inner.fields.flatMap((field) => {
    const entered = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    const same = entered === undefined ? undefined : draftOf(field.control, entered);
    return same === undefined ? [] : [[field.name, same] as const];
  });
  const fields = new Map([...fresh.fields, ...kept]);
  return { ...next, drafts: { ...draft.drafts, [chosen]: { ...fresh, fields } } };
}

type ChosenProps = VariantsProps & {
  readonly shown: DraftOf<"variant">;
  /** What stands before the value on the same line. */
  readonly before?: VNode;
};

function ChosenVariant(props: ChosenProps): VNode | null {
  const { control, path, label, onChange, onRemove, shown, before } = props;
  const { Control } = useForm();
  const variant = control.options[shown.chosen];
  if (variant === undefined) return null;
  const inner = variant.control;
  const own: ControlProps = {
    control: inner,
    draft: variantDraft(control, shown),
    path,
    label: before ? label : { ...label, name: variant.title, type: inner.type, hint: undefined },
    onChange: (next) => onChange({ ...shown, drafts: { ...shown.drafts, [shown.chosen]: next } }),
    onRemove: before ? onRemove : undefined,
    isBare: true,
  };
  return isScalar(inner) ? <ScalarView {...own} control={inner} before={before} /> : <Control {...own} />;
}

/** Values that are entered in one place have the choice of their type beside it. */
function CompactVariants(props: VariantsProps): VNode {
  const { control, draft, path, label, onChange } = props;
  const shown: DraftOf<"variant"> =
    draft.kind === "variant" ? draft : { kind: "variant", chosen: 0, drafts: {} };
  const select = (
    <select
      class="type-of-value"
      aria-label={`Type of ${label.name}`}
      id={`type:${idOf(path)}`}
      value={shown.chosen}
      onChange={({ currentTarget }) => onChange({ ...shown, chosen: Number(currentTarget.value) })}
    >
      {control.options.map(({ title }, index) => (
        <option key={index} value={index}>
          {title}
        </option>
      ))}
    </select>
  );
  return <ChosenVariant {...props} shown={shown} before={select} />;
}
