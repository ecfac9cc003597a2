/** The formats and encodings of JSON Schema Validation (§ 7.3 and § 8.3) and of OpenAPI 3.0 (§ 4.4), each with a text. */
const texts = new Map([
  ["date-time", "2024-04-04T09:32:51Z"],
  ["date", "2024-04-04"],
  ["time", "09:32:51Z"],
  ["duration", "P1D"],
  ["email", "someone@example.com"],
  ["idn-email", "someone@example.com"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["uri", "https://example.com/"],
  ["uri-reference", "/path"],
  ["iri", "https://example.com/"],
  ["iri-reference", "/path"],
  ["uri-template", "https://example.com/{id}"],
  ["uuid", "00000000-0000-4000-8000-000000000001"],
  ["json-pointer", "/name"],
  ["relative-json-pointer", "0/name"],
  ["regex", "^[a-z]+$"],
  ["password", "password"],
  ["byte", "c3RyaW5n"],
  ["base64", "c3RyaW5n"],
  ["base64url", "c3RyaW5n"],
  ["base32", "ON2HE2LOM4======"],
  ["base16", "737472696E67"],
]);

/** A text of a format or a content encoding; none for those that nobody knows. */
export function textOfFormat(name: string): string[] {
  const text = texts.get(name);
  return text === undefined ? [] : [text];
}
