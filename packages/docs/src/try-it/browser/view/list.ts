import type { VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { absent, controlAt, type Draft, emptyDraft } from "../draft/draft.ts";
import { idOf } from "../draft/issue.ts";
import { type ControlProps, focusLater } from "./context.ts";
import { addButton, group } from "./group.ts";
import { h } from "./h.ts";

/** A list. Unless it is required it is left out as long as it has no items. */
export function ListView(props: ControlProps & { readonly control: ControlOf<"list"> }): VNode {
  const { context, control, draft, path, label, onChange } = props;
  if (draft.kind === "null") return group(props, undefined);
  const items = draft.kind === "list" ? draft.items : [];
  const isKept = label.required || props.onRemove !== undefined;
  const change = (next: readonly Draft[]): void => {
    onChange(next.length === 0 && !isKept ? absent : { kind: "list", items: next });
  };
  const remove = (position: number): void => {
    change(items.filter((_, index) => index !== position));
    focusLater(addId);
  };
  const add = (): void => {
    change([...items, emptyDraft(context.controls, control.items)]);
    focusLater(idOf([...path, items.length]));
  };
  const addId = `add:${idOf(path)}`;
  const { type, hint } = controlAt(context.controls, control.items);
  const views = items.map((item, position) =>
    h(context.Control, {
      key: position,
      context,
      index: control.items,
      draft: item,
      path: [...path, position],
      label: { name: `Item ${position + 1}`, type, required: false, hint: position === 0 ? hint : undefined },
      onChange: (next) => change(items.map((other, index) => (index === position ? next : other))),
      onRemove: () => remove(position),
    }),
  );
  return group(props, [
    ...views,
    h("div", { class: "row", id: addId }, addButton(`an item to ${label.name}`, add)),
  ]);
}
