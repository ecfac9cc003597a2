import type { VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { absent, type Draft, emptyDraft } from "../draft/draft.ts";
import { idOf } from "../draft/issue.ts";
import { Button } from "./button.tsx";
import { type ControlProps, focusLater, useForm } from "./context.ts";
import { Group } from "./group.tsx";

/** A list. Unless it is required it is left out as long as it has no items. */
export function ListView(props: ControlProps & { readonly control: ControlOf<"list"> }): VNode {
  const { control, draft, path, label, onChange, onRemove } = props;
  const { Control } = useForm();
  const items = draft.kind === "list" ? draft.items : [];
  const isKept = label.required || onRemove !== undefined;
  const change = (next: readonly Draft[]): void => {
    onChange(next.length === 0 && !isKept ? absent : { kind: "list", items: next });
  };
  const addId = `add:${idOf(path)}`;
  const { type, hint } = control.items;
  const content = (
    <>
      {items.map((item, position) => (
        <Control
          key={position}
          control={control.items}
          draft={item}
          path={[...path, position]}
          label={{ name: `Item ${position + 1}`, type, hint: position === 0 ? hint : undefined }}
          onChange={(next) => change(items.map((other, index) => (index === position ? next : other)))}
          onRemove={() => {
            change(items.filter((_, index) => index !== position));
            focusLater(addId);
          }}
        />
      ))}
      <div class="row" id={addId}>
        <Button
          text={`Add an item to ${label.name}`}
          onClick={() => {
            change([...items, emptyDraft(control.items)]);
            focusLater(idOf([...path, items.length]));
          }}
        />
      </div>
    </>
  );
  return <Group {...props} content={content} />;
}
