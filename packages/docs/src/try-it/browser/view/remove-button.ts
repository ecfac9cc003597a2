import type { VNode } from "preact";
import { h } from "./h.ts";

/** Takes something out that the reader has added. */
export function removeButton(name: string, onRemove: () => void, text = "Remove"): VNode {
  return h(
    "button",
    { type: "button", class: "button", "aria-label": `Remove ${name}`, onClick: onRemove },
    text,
  );
}
