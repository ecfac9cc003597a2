import type { VNode } from "preact";

type ButtonProps = {
  readonly text: string;
  /** What it is called where its text alone does not say what it is about. */
  readonly name?: string | undefined;
  readonly onClick: () => void;
};

/** A button that sends nothing. */
export function Button({ text, name, onClick }: ButtonProps): VNode {
  return (
    <button type="button" class="button" aria-label={name} onClick={onClick}>
      {text}
    </button>
  );
}
