import type { VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { absent, type DraftOf } from "../draft/draft.ts";
import { type ControlProps, labelOf, useForm } from "./context.ts";
import { Entries } from "./entries.tsx";
import { Group } from "./group.tsx";

/**
 * An object: its properties, and those that the reader may name. One that has only such is open without being added, and left out as
 * long as it has none.
 */
export function ObjectView(props: ControlProps & { readonly control: ControlOf<"object"> }): VNode | null {
  const { control, draft, path, label, onChange, onRemove, isBare = false } = props;
  const { Control } = useForm();
  const { fields, others } = control;
  const isMap = fields.length === 0 && others !== undefined;
  const isKept = !isMap || label.required || onRemove !== undefined || isBare;
  const shown = draft.kind === "object" ? draft : isMap && draft.kind === "absent" ? empty : undefined;
  const content = shown && (
    <>
      {fields.map((field) => (
        <Control
          key={field.name}
          control={field.control}
          draft={shown.fields.get(field.name) ?? absent}
          path={[...path, field.name]}
          label={labelOf(field)}
          onChange={(next) => onChange({ ...shown, fields: new Map(shown.fields).set(field.name, next) })}
        />
      ))}
      {others !== undefined && (
        <Entries
          control={others}
          entries={shown.others}
          path={path}
          name={label.name}
          onChange={(next) => onChange(next.length === 0 && !isKept ? absent : { ...shown, others: next })}
        />
      )}
    </>
  );
  return isBare ? (content ?? null) : <Group {...props} content={content} />;
}

const empty: DraftOf<"object"> = { kind: "object", fields: new Map(), others: [] };
