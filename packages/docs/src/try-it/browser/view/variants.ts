import { isObject } from "@visitors-api/openapi";
import { Fragment, type VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { controlAt, type Draft, type DraftOf, emptyDraft, variantDraft } from "../draft/draft.ts";
import { draftOf } from "../draft/draft-of.ts";
import { idOf } from "../draft/issue.ts";
import { readDraft } from "../draft/read-draft.ts";
import type { ControlProps } from "./context.ts";
import { group } from "./group.ts";
import { h } from "./h.ts";
import { isScalar, ScalarView } from "./scalar.ts";

type VariantsProps = ControlProps & { readonly control: ControlOf<"variants"> };

/** A value of one of several schemas, of which the reader chooses one. */
export function VariantsView(props: VariantsProps): VNode | undefined {
  const { context, control, draft, isBare } = props;
  const isCompact = control.options.every((option) => isScalar(controlAt(context.controls, option.control)));
  if (isCompact && draft.kind !== "null") return compactView(props);
  const content = draft.kind === "variant" ? choiceView(props, draft) : undefined;
  return isBare ? h(Fragment, null, content) : group(props, content);
}

function choiceView(props: VariantsProps, draft: DraftOf<"variant">): VNode {
  const { control, path, label } = props;
  const name = `variant:${idOf(path)}`;
  const radios = control.options.map((option, index) =>
    h(
      "label",
      { key: index },
      h("input", {
        type: "radio",
        name,
        checked: index === draft.chosen,
        onChange: () => props.onChange(choose(props, draft, index)),
      }),
      h("span", null, option.title),
    ),
  );
  return h(
    Fragment,
    null,
    h("div", { class: "switch", role: "radiogroup", "aria-label": `Variant of ${label.name}` }, radios),
    h("p", { class: "hint" }, control.options[draft.chosen]?.hint),
    chosenView(props, draft),
  );
}

/** What the variants have in common keeps what is entered. */
function choose({ context, control }: VariantsProps, draft: DraftOf<"variant">, chosen: number): Draft {
  const { controls } = context;
  const [before, after] = [control.options[draft.chosen], control.options[chosen]];
  const next = { ...draft, chosen };
  if (!before || !after || draft.drafts[chosen] !== undefined) return next;
  const fresh = emptyDraft(controls, after.control);
  const inner = controlAt(controls, after.control);
  const { value } = readDraft(controls, before.control, variantDraft(controls, control, draft), []);
  if (fresh.kind !== "object" || inner.kind !== "object" || !isObject(value)) return next;
  const kept = inner.fields.flatMap((field) => {
    const entered = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    const same = entered === undefined ? undefined : draftOf(controls, field.control, entered);
    return same === undefined ? [] : [[field.name, same] as const];
  });
  const fields = new Map([...fresh.fields, ...kept]);
  return { ...next, drafts: { ...draft.drafts, [chosen]: { ...fresh, fields } } };
}

function chosenView(props: VariantsProps, draft: DraftOf<"variant">, before?: VNode): VNode | undefined {
  const { context, control, path, label } = props;
  const variant = control.options[draft.chosen];
  if (variant === undefined) return undefined;
  const inner = controlAt(context.controls, variant.control);
  const own: ControlProps = {
    context,
    index: variant.control,
    draft: variantDraft(context.controls, control, draft),
    path,
    label: before ? label : { ...label, name: variant.title, type: inner.type, hint: undefined },
    onChange: (next) => props.onChange({ ...draft, drafts: { ...draft.drafts, [draft.chosen]: next } }),
    onRemove: before ? props.onRemove : undefined,
    isBare: true,
  };
  return isScalar(inner) ? h(ScalarView, { ...own, control: inner, before }) : h(context.Control, own);
}

/** Values that are entered in one place have the choice of their type beside it. */
function compactView(props: VariantsProps): VNode | undefined {
  const { control, draft, path, label, onChange } = props;
  const shown: DraftOf<"variant"> =
    draft.kind === "variant" ? draft : { kind: "variant", chosen: 0, drafts: {} };
  const select = h(
    "select",
    {
      class: "type-of-value",
      "aria-label": `Type of ${label.name}`,
      id: `type:${idOf(path)}`,
      value: String(shown.chosen),
      onChange: ({ currentTarget }) => onChange({ ...shown, chosen: Number(currentTarget.value) }),
    },
    control.options.map(({ title }, index) =>
      h("option", { key: index, value: String(index), selected: index === shown.chosen }, title),
    ),
  );
  return chosenView({ ...props, draft: shown }, shown, select);
}
