/** A shorter one is no secret, and would be found in words. */
const shortest = 6;

const mark = "***";

/**
 * Makes what replaces secrets in a text: as they are, as JSON has them and as a URL does. An API may send back what it was sent, and
 * an error may quote it.
 */
export function redacting(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  // The longest first, since one may be a part of another.
  const different = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => different.reduce((rest, form) => rest.replaceAll(form, mark), text);
}
