import type { $Read, $Write, Readable, Writable } from "../../src/runtime/index.ts";

type Account = { readonly id: $Read<string>; name: string; password: $Write<string> };

export const read: Readable<Account> = { id: "1", name: "Ada" };
export const written: Writable<Account> = { name: "Ada", password: "secret" };
// @ts-expect-error: a response does not have what is only written.
read.password;
// @ts-expect-error: nor does a request have what is only read.
written.id;

type Secret = { key?: $Write<string> };

export const nothing: Readable<Secret> = {};
// @ts-expect-error: what is left without properties is an object still.
export const text: Readable<Secret> = "text";
// @ts-expect-error: and no list.
export const list: Readable<Secret> = [];
