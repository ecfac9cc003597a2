/** A mistake that somebody may make in the description, and what the linter must say to it. */
export interface Violation {
  /** What is wrong, for the test's name. */
  what: string;
  /** The rule that must notice. */
  rule: string;
  /** Makes the description wrong, and ends the line that must be pointed at with the comment `# here`. */
  edit: Edit;
  /** The part of the message that says what to do. */
  says: string;
}

export type Edit = (description: string) => string;

/** This text, which stands in one place, gives way to that. */
export function instead(found: string, text: string): Edit {
  return (description) => {
    if (description.split(found).length !== 2) throw new Error(`This must stand in one place:\n${found}`);
    return description.replace(found, () => text);
  };
}

export const before = (found: string, text: string): Edit => instead(found, text + found);
export const after = (found: string, text: string): Edit => instead(found, found + text);

/** A component and every reference to it get another name. */
export function renamed(component: string, name: string): Edit {
  return (description) =>
    description.replaceAll(component, name).replace(`\n    ${name}:`, `\n    ${name}: # here`);
}
