import type { ComponentChildren, VNode } from "preact";

type BlockProps = { readonly name: string; readonly children: ComponentChildren };

/** A block of code. It scrolls, and what scrolls can be reached with the keyboard (WCAG 2.2 § 2.1.1). */
export function Block({ name, children }: BlockProps): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a section is not preformatted
    <pre tabIndex={0} role="region" aria-label={name}>
      <code>{children}</code>
    </pre>
  );
}
