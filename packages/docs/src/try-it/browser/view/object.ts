import { Fragment, type VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { absent, type DraftOf } from "../draft/draft.ts";
import { type ControlProps, labelOf } from "./context.ts";
import { entriesView } from "./entries.ts";
import { group } from "./group.ts";
import { h } from "./h.ts";

type ObjectProps = ControlProps & { readonly control: ControlOf<"object"> };

/** An object: its properties, and those that the reader may name. */
export function ObjectView(props: ObjectProps): VNode {
  const { draft, isBare } = props;
  const content = draft.kind === "object" ? propertiesView(props, draft) : undefined;
  return isBare ? h(Fragment, null, content) : group(props, content);
}

function propertiesView(props: ObjectProps, draft: DraftOf<"object">) {
  const { context, control, path, onChange } = props;
  const fields = control.fields.map((field) =>
    h(context.Control, {
      key: field.name,
      context,
      index: field.control,
      draft: draft.fields.get(field.name) ?? absent,
      path: [...path, field.name],
      label: labelOf(context, field),
      onChange: (next) => onChange({ ...draft, fields: new Map(draft.fields).set(field.name, next) }),
    }),
  );
  return [...fields, control.others !== undefined && entriesView(props, control.others, draft)];
}
