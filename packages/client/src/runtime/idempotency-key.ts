import type { Step } from "./description.ts";

/** Sends the key of a call, the same with each of its attempts, where the operation has a header parameter for it. */
export const idempotencyKey: Step = ({ idempotencyKey: header }, { idempotencyKey: key }) =>
  header && key
    ? { lastHeaders: { [header]: key === true ? crypto.getRandomValues(new Uint32Array(4)).join("-") : key } }
    : undefined;
