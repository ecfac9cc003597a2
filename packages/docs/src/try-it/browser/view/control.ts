import type { VNode } from "preact";
import type { ControlIndex, Field } from "../../form/form.ts";
import { controlAt, type Draft } from "../draft/draft.ts";
import type { Path } from "../draft/issue.ts";
import type { FormContext } from "./context.ts";
import type { Label } from "./field.ts";
import { h } from "./h.ts";
import { ListView } from "./list.ts";
import { MapView } from "./map.ts";
import { ObjectView } from "./object.ts";
import { ScalarView } from "./scalar.ts";
import { VariantsView } from "./variants.ts";

export type ControlProps = {
  readonly context: FormContext;
  readonly index: ControlIndex;
  readonly draft: Draft;
  readonly path: Path;
  readonly label: Label;
  readonly onChange: (draft: Draft) => void;
  /** Takes out what the reader has added; what stands in the form anyway has none. */
  readonly onRemove?: (() => void) | undefined;
  /** Whatever is around it has the label, and what it has in it stands there without a frame. */
  readonly isBare?: boolean;
};

/** A control with its label. */
export function ControlView(props: ControlProps): VNode {
  const control = controlAt(props.context.controls, props.index);
  switch (control.kind) {
    case "object":
      return control.fields.length === 0 && control.others !== undefined
        ? h(MapView, { ...props, control })
        : h(ObjectView, { ...props, control });
    case "list":
      return h(ListView, { ...props, control });
    case "variants":
      return h(VariantsView, { ...props, control });
    default:
      return h(ScalarView, { ...props, control });
  }
}

/** What a field of an object, or a parameter, says of itself. */
export function labelOf(
  { controls }: FormContext,
  { name, required, deprecated, hint, control }: Field,
): Label {
  return { name, required, deprecated, hint, type: controlAt(controls, control).type };
}
