/** Marks a property that only a response has (`readOnly`). openapi-fetch knows the same mark. */
export type $Read<T> = { readonly $read: T };

/** Marks a property that only a request has (`writeOnly`). openapi-fetch knows the same mark. */
export type $Write<T> = { readonly $write: T };

/** A type as a response has it: without what is only written. */
export type Readable<T> =
  T extends $Write<unknown>
    ? never
    : T extends $Read<infer U>
      ? Readable<U>
      : T extends Blob
        ? T
        : T extends (infer E)[]
          ? Readable<E>[]
          : T extends object
            ? Rest<{
                [K in keyof T as NonNullable<T[K]> extends $Write<unknown> ? never : K]: Readable<T[K]>;
              }>
            : T;

/** A type as a request takes it: without what is only read. */
export type Writable<T> =
  T extends $Read<unknown>
    ? never
    : T extends $Write<infer U>
      ? Writable<U>
      : T extends Blob
        ? T
        : T extends (infer E)[]
          ? Writable<E>[]
          : T extends object
            ? Rest<{ [K in keyof T as NonNullable<T[K]> extends $Read<unknown> ? never : K]: Writable<T[K]> }>
            : T;

/** For an object without properties TypeScript takes texts, numbers and lists too. */
type Rest<T> = [keyof T] extends [never] ? Record<string, unknown> : T;
