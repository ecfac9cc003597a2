import type { VNode } from "preact";
import type { ControlIndex } from "../../form/form.ts";
import { controlAt, type DraftOf, emptyDraft, type NamedDraft } from "../draft/draft.ts";
import { entryKey, idOf } from "../draft/issue.ts";
import { type ControlProps, focusLater } from "./context.ts";
import { addButton } from "./group.ts";
import { h } from "./h.ts";

type EntriesProps = Pick<ControlProps, "context" | "path" | "label"> & {
  readonly onChange: (draft: DraftOf<"object">) => void;
};

/** The properties of an object that the reader names. */
export function entriesView(props: EntriesProps, others: ControlIndex, draft: DraftOf<"object">): VNode {
  const { context, path, label, onChange } = props;
  const change = (next: readonly NamedDraft[]): void => onChange({ ...draft, others: next });
  const replace = (position: number, next: Partial<NamedDraft>): void => {
    change(draft.others.map((entry, index) => (index === position ? { ...entry, ...next } : entry)));
  };
  const remove = (position: number): void => {
    change(draft.others.filter((_, index) => index !== position));
    focusLater(addId(props));
  };
  const add = (): void => {
    change([...draft.others, { name: "", draft: emptyDraft(context.controls, others) }]);
    focusLater(nameId(props, draft.others.length));
  };
  const { type, hint } = controlAt(context.controls, others);
  return h(
    "div",
    { class: "entries" },
    draft.others.map((entry, position) =>
      h(
        "div",
        { class: "entry", key: position },
        h(
          "div",
          { class: "field" },
          h("label", { for: nameId(props, position) }, "Name"),
          h("input", {
            id: nameId(props, position),
            type: "text",
            autoComplete: "off",
            spellcheck: false,
            value: entry.name,
            onInput: ({ currentTarget }) => replace(position, { name: currentTarget.value }),
          }),
        ),
        h(context.Control, {
          context,
          index: others,
          draft: entry.draft,
          path: [...path, entryKey(position)],
          label: {
            name: entry.name || "Value",
            type,
            required: false,
            hint: position === 0 ? hint : undefined,
          },
          onChange: (next) => replace(position, { draft: next }),
          onRemove: () => remove(position),
        }),
      ),
    ),
    h("div", { class: "row", id: addId(props) }, addButton(`a property to ${label.name}`, add)),
  );
}

function nameId({ path }: EntriesProps, position: number): string {
  return `name:${idOf([...path, entryKey(position)])}`;
}

function addId({ path }: EntriesProps): string {
  return `add:${idOf(path)}`;
}
