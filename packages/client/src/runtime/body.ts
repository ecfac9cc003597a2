import type { HeadersOptions } from "openapi-fetch";

type Fields = Readonly<Record<string, unknown>>;

/** What is sent for a body, by its media type. What is no plain object is sent as it is. */
export function serializeBody(mediaType: string, body: unknown): BodyInit {
  if (/^[^;]*[/+*](json|\*)\b/i.test(mediaType)) return JSON.stringify(body);
  if (!isPlain(body)) return body as BodyInit;
  if (/^multipart\//i.test(mediaType)) return fill(new FormData(), body);
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return fill(new URLSearchParams(), body);
  return JSON.stringify(body);
}

function isPlain(body: unknown): body is Fields {
  return (
    typeof body === "object" &&
    body !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(body))
  );
}

/** OpenAPI 3.1 § 4.8.14.4: an array is its items under one name, and an object is JSON. */
function fill<Form extends FormData | URLSearchParams>(form: Form, fields: Fields): Form {
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      // A URLSearchParams turns a Blob into text, as any form that is no multipart must.
      if (item !== undefined) form.append(name, isPlain(item) ? JSON.stringify(item) : item);
    }
  }
  return form;
}

/** Said where it is not what openapi-fetch or the platform says of itself: of JSON, and of a form's boundary. */
export function contentType(mediaType: string | undefined, body: unknown): HeadersOptions | undefined {
  if (body === undefined || !mediaType || /^(application\/json$|multipart\/|.*\*)/i.test(mediaType))
    return undefined;
  return { "Content-Type": mediaType };
}
