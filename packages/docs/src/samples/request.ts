import { parseMediaType } from "@visitors-api/openapi";

/** A request as a sample shows it, in the one form that every language is written from. */
export type SampleRequest = {
  /** Key of the named example that it sends. */
  readonly example: string | undefined;
  /** What the example is called. */
  readonly title: string | undefined;
  /** Media type of the description that the example belongs to. */
  readonly mediaType: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** Absolute, with all parameters in it, but for secrets. */
  readonly url: string;
  /** API keys that are query parameters; their names are encoded. */
  readonly secretQuery: readonly SecretParameter[];
  /** With `Content-Type`, unless whoever makes a multipart body has to write the boundary into it. */
  readonly headers: readonly Header[];
  /** Variables of the user name and the password of basic authentication. */
  readonly basic: { readonly username: string; readonly password: string } | undefined;
  readonly body: RequestBody | undefined;
  /** The same as values of the description, for a client that makes the request of them. */
  readonly values: RequestValues;
};

/** A secret is never in a sample: it is what an environment variable of the reader holds. */
export type Secret = { readonly variable: string };

export type SecretParameter = Secret & { readonly name: string };

export type Header = { readonly name: string; readonly value: Template };

/** Text with secrets in it. */
export type Template = readonly (string | Secret)[];

export type RequestBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "form"; readonly fields: readonly Field[] }
  | { readonly kind: "multipart"; readonly mediaType: string; readonly parts: readonly Part[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly file: File };

/** Neither is encoded. */
export type Field = readonly [name: string, value: string];

/** RFC 7578: what the platform's forms are written as, and its `Content-Type` with it. */
export function isFormData(mediaType: string): boolean {
  const { type, subtype } = parseMediaType(mediaType);
  return type === "multipart" && subtype === "form-data";
}

export type Part = {
  readonly name: string;
  readonly value: string | File;
  /** Undefined for a text that is as it is. */
  readonly mediaType: string | undefined;
};

/** Stands for a file in the folder that a sample is run in: the reader has its content, and the description has not. */
export function sampleFile(stem: string, mediaType: string): File {
  const [, subtype = "bin"] = /^\w+\/([a-z0-9]{2,4})$/.exec(mediaType) ?? [];
  const name = stem.replaceAll(/[^\w-]+/g, "-").replace(/^-+/, "") || "file";
  return new File([], `${name}.${subtype}`, { type: mediaType });
}

/** Values by the names of their parameters. A value may be a file, or have one in it. */
export type RequestValues = {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};
