import type { VNode } from "preact";
import type { ControlProps } from "./context.ts";
import { ListView } from "./list.tsx";
import { ObjectView } from "./object.tsx";
import { ScalarView } from "./scalar.tsx";
import { VariantsView } from "./variants.tsx";

/** A control with its label. */
export function ControlView(props: ControlProps): VNode | null {
  const { control, draft, onChange } = props;
  if (draft.kind === "json") {
    return (
      <ScalarView
        {...props}
        control={{ ...control, kind: "json", nullable: false }}
        draft={{ kind: "text", text: draft.text }}
        onChange={(next) => onChange({ kind: "json", text: next.kind === "text" ? next.text : "" })}
      />
    );
  }
  switch (control.kind) {
    case "object":
      return <ObjectView {...props} control={control} />;
    case "list":
      return <ListView {...props} control={control} />;
    case "variants":
      return <VariantsView {...props} control={control} />;
    default:
      return <ScalarView {...props} control={control} />;
  }
}
