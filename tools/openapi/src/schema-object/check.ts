/** A call of one of the checks of `@visitors-api/client/validation`, or one that takes nothing, as plain data. */
export interface Check {
  readonly check: string;
  /** Undefined for one that is not called. */
  readonly values?: readonly Argument[];
}

export type Argument =
  | Check
  /** A JSON value. */
  | { readonly value: unknown }
  /** Checks by the names of properties. */
  | { readonly checks: readonly (readonly [name: string, check: Check])[] }
  /** What is exported of the component schema of this name. */
  | { readonly schema: string };

export function call(check: string, ...values: readonly Argument[]): Check {
  return { check, values };
}

/** One of the checks that takes nothing. */
export function constant(check: string): Check {
  return { check };
}

export function isCheck(value: Argument | undefined): value is Check {
  return value !== undefined && "check" in value;
}

/** Whether a map has something in it. */
export function isPresent<T extends object>(map: T | undefined): map is T {
  return map !== undefined && Object.keys(map).length > 0;
}

/** The types that a check allows, if it looks at nothing else. */
export function typesAlone({ check, values = [] }: Check): readonly unknown[] | undefined {
  if (check !== "type") return undefined;
  return values.map((value) => ("value" in value ? value.value : undefined));
}
