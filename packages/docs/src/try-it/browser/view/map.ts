import { Fragment, type VNode } from "preact";
import type { ControlOf } from "../../form/form.ts";
import { absent, type DraftOf } from "../draft/draft.ts";
import type { ControlProps } from "./context.ts";
import { entriesView } from "./entries.ts";
import { group } from "./group.ts";
import { h } from "./h.ts";

/** An object whose properties the reader names. It is left out as long as it has none. */
export function MapView(props: ControlProps & { readonly control: ControlOf<"object"> }): VNode {
  const { control, draft, label, onChange, isBare } = props;
  if (control.others === undefined || draft.kind === "null") return group(props, undefined);
  const shown = draft.kind === "object" ? draft : empty;
  const isKept = label.required || props.onRemove !== undefined || isBare === true;
  const content = entriesView(
    { ...props, onChange: (next) => onChange(isEmpty(next) && !isKept ? absent : next) },
    control.others,
    shown,
  );
  return isBare ? h(Fragment, null, content) : group(props, content);
}

const empty: DraftOf<"object"> = { kind: "object", fields: new Map(), others: [] };

function isEmpty({ others }: DraftOf<"object">): boolean {
  return others.length === 0;
}
