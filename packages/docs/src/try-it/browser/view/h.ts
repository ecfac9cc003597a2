import { type Attributes, type ComponentChildren, h as create, type JSX, type VNode } from "preact";

type Elements = JSX.IntrinsicHTMLElements;

/** Preact's `h`, whose own types let any attribute pass on any element, and do not know what an event's target is. */
export function h<Name extends keyof Elements>(
  name: Name,
  attributes: Elements[Name] | null,
  ...children: ComponentChildren[]
): VNode;
export function h<Props>(
  component: (props: Props) => ComponentChildren,
  props: (Props & Attributes) | null,
  ...children: ComponentChildren[]
): VNode;
export function h(
  type: string | ((props: never) => ComponentChildren),
  attributes: Attributes | null,
  ...children: ComponentChildren[]
): VNode {
  // Preact does with a component as it does with a name, and a node has whatever attributes it was given.
  return create(type as string, attributes, ...children) as VNode;
}
