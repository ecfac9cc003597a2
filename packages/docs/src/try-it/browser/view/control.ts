import type { VNode } from "preact";
import { controlAt } from "../draft/draft.ts";
import type { ControlProps } from "./context.ts";
import { h } from "./h.ts";
import { ListView } from "./list.ts";
import { MapView } from "./map.ts";
import { ObjectView } from "./object.ts";
import { ScalarView } from "./scalar.ts";
import { VariantsView } from "./variants.ts";

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
