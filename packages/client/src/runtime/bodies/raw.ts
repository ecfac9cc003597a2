import type { Step } from "../description.ts";

/** Sends a body that is text or bytes, and so neither JSON nor a form, as it is. */
export const raw: Step = ({ body: mediaType = "" }) =>
  /[/+]json\b|urlencoded|^multipart\//i.test(mediaType) ? undefined : { bodySerializer: (body) => body };
