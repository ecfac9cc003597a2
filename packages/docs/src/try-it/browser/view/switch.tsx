import type { VNode } from "preact";

type SwitchProps = {
  /** What is chosen, for who does not see it. */
  readonly label: string;
  readonly options: readonly string[];
  /** Index of the one that is chosen. */
  readonly chosen: number;
  readonly describedBy?: string;
  /** The same for these buttons and for no others. */
  readonly name: string;
  readonly onChoose: (index: number) => void;
};

/** A choice of one, as radio buttons that look like one control. */
export function Switch({ label, options, chosen, describedBy, name, onChoose }: SwitchProps): VNode {
  return (
    <div class="switch" role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {options.map((title, index) => (
        <label key={index}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}
