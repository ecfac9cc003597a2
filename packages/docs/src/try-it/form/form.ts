/** The form of an operation, as plain data: the build makes it of the description, and it stands in the page. */
export type Form = {
  /**
   * What can be entered, as one object with its properties: `parameters` are those of the path, the query and the cookies, which are part
   * of the method's input, and beside them are `headers` and `body`.
   */
  readonly fields: readonly Field[];
  readonly body: BodyForm | undefined;
  /** Whether something in it is a file, which no JSON can hold. */
  readonly hasFiles: boolean;
};

export type BodyForm = {
  readonly mediaType: string;
  /** The input holds the body as `body`; otherwise the body's properties are the input's own. */
  readonly grouped: boolean;
};

/** A property or a parameter. */
export type Field = {
  readonly name: string;
  readonly required: boolean;
  /** What is said of it where it is deprecated, with the days that are known. */
  readonly deprecated: string | undefined;
  readonly hint: string | undefined;
  readonly control: Control;
};

/** How a value is entered. A control may be inside of itself, as schemas may. */
export type Control = {
  /** The type in words, such as `string <email> or null`. */
  readonly type: string;
  /** Null is a value too. */
  readonly nullable: boolean;
  /** A value to show where none is entered yet. */
  readonly example: string | undefined;
  /** What applies where nothing is entered. */
  readonly default: string | undefined;
  readonly hint: string | undefined;
} & (
  | { readonly kind: "text"; readonly long: boolean }
  | { readonly kind: "number" }
  | { readonly kind: "choice"; readonly values: readonly unknown[] }
  | { readonly kind: "file" }
  /** `others` is for properties of any name; an object without fields is a map. */
  | { readonly kind: "object"; readonly fields: readonly Field[]; readonly others: Control | undefined }
  | { readonly kind: "list"; readonly items: Control }
  | { readonly kind: "variants"; readonly options: readonly Variant[] }
  /** For what no other control can enter. */
  | { readonly kind: "json" }
);

export type ControlOf<Kind extends Control["kind"]> = Extract<Control, { kind: Kind }>;

/** One of several schemas of `anyOf` or `oneOf`, or of several types. */
export type Variant = {
  readonly title: string;
  readonly hint: string | undefined;
  readonly control: Control;
};
