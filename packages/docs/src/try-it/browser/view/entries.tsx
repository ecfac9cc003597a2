import type { VNode } from "preact";
import { emptyDraft, type NamedDraft } from "../draft/draft.ts";
import { entryKey, idOf, type Path } from "../draft/issue.ts";
import { Button } from "./button.tsx";
import { type ControlProps, focusLater, useForm } from "./context.ts";

type EntriesProps = {
  /** The control of their values. */
  readonly control: ControlProps["control"];
  readonly entries: readonly NamedDraft[];
  /** Of the object. */
  readonly path: Path;
  readonly name: string;
  readonly onChange: (entries: readonly NamedDraft[]) => void;
};

/** The properties of an object that the reader names. */
export function Entries({ control, entries, path, name, onChange }: EntriesProps): VNode {
  const { Control } = useForm();
  const { type, hint } = control;
  const addId = `add:${idOf(path)}`;
  const nameId = (position: number): string => `name:${idOf([...path, entryKey(position)])}`;
  const replace = (position: number, next: Partial<NamedDraft>): void => {
    onChange(entries.map((entry, at) => (at === position ? { ...entry, ...next } : entry)));
  };
  return (
    <div class="entries">
      {entries.map((entry, position) => (
        <div class="entry" key={position}>
          <div class="field">
            <label for={nameId(position)}>Name</label>
            <input
              id={nameId(position)}
              type="text"
              autoComplete="off"
              spellcheck={false}
              value={entry.name}
              onInput={({ currentTarget }) => replace(position, { name: currentTarget.value })}
            />
          </div>
          <Control
            control={control}
            draft={entry.draft}
            path={[...path, entryKey(position)]}
            label={{ name: entry.name || "Value", type, hint: position === 0 ? hint : undefined }}
            onChange={(draft) => replace(position, { draft })}
            onRemove={() => {
              onChange(entries.filter((_, at) => at !== position));
              focusLater(addId);
            }}
          />
        </div>
      ))}
      <div class="row" id={addId}>
        <Button
          text={`Add a property to ${name}`}
          onClick={() => {
            onChange([...entries, { name: "", draft: emptyDraft(control) }]);
            focusLater(nameId(entries.length));
          }}
        />
      </div>
    </div>
  );
}
