import type { SecurityScheme } from "@visitors-api/codegen";
import type { CalledOperation, WrittenParameter } from "../samples/make-request.ts";
import type { WrittenMedia } from "../samples/write-body.ts";
import type { Form } from "./form/form.ts";

/** All that the form of an operation is made of, as plain data. */
export type TryPage = {
  readonly form: Form;
  /** At least one; the first is what the form starts with. */
  readonly presets: readonly Preset[];
  /** The security schemes of the operation, with descriptions in plain text. */
  readonly credentials: readonly SecurityScheme[];
  /** The documented answers that the sandbox can be asked for. */
  readonly answers: readonly Answer[];
  /** The servers that the description names. */
  readonly servers: readonly string[];
  /** Where code samples are made of: the operation as the client has it, and its parameters and media type as described. */
  readonly called: CalledOperation;
  readonly parameters: readonly WrittenParameter[];
  readonly body: (WrittenMedia & { readonly offered: string }) | undefined;
};

/** An example to start from. */
export type Preset = {
  readonly title: string;
  /** By their names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** An answer that the description has an example of. */
export type Answer = {
  readonly title: string;
  /** What the sandbox is asked with (RFC 7240). */
  readonly prefer: string;
};
