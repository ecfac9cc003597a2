/**
 * A validator as https://standardschema.dev defines it, so that forms, routers and other libraries can use it. This one
 * always answers at once, and gives back the value that it was given.
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => ValidationResult<T>;
    /** Nothing at run time: what the compiler takes the types from. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The value itself, or what is wrong with it. */
export type ValidationResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly ValidationIssue[] };

/** One thing that is wrong with a value. */
export interface ValidationIssue {
  /** To follow the path in a sentence, such as "must be a string, not null". It repeats nothing of the value. */
  readonly message: string;
  /** The property that it is about, as the keys that lead to it; empty when it is about the whole. */
  readonly path: readonly PropertyKey[];
}
