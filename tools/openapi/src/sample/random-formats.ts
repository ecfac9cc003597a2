import { type Random, wholeBetween, word, words } from "./random.ts";

const FIRST_DAY = Date.UTC(2000, 0, 1);
const LAST_DAY = Date.UTC(2039, 11, 31);

/** The addresses and domains are those that are kept for examples (RFC 2606, RFC 5737, RFC 3849). */
const texts: Readonly<Record<string, (random: Random) => string>> = {
  "date-time": (random) => moment(random),
  date: (random) => moment(random).slice(0, 10),
  time: (random) => moment(random).slice(11),
  duration: (random) => `P${wholeBetween(1, 30, random)}D`,
  email,
  "idn-email": email,
  hostname: (random) => `${word(random)}.example.com`,
  "idn-hostname": (random) => `${word(random)}.example.com`,
  ipv4: (random) => `192.0.2.${wholeBetween(1, 254, random)}`,
  ipv6: (random) => `2001:db8::${hexadecimal(1, random)}${hexadecimal(3, random)}`.replace("::0", "::1"),
  uri: (random) => `https://example.com${path(random)}`,
  "uri-reference": path,
  iri: (random) => `https://example.com${path(random)}`,
  "iri-reference": path,
  "uri-template": (random) => `https://example.com${path(random)}/{id}`,
  uuid: (random) =>
    [8, 4, 3, 3, 12]
      .map((length) => hexadecimal(length, random))
      // The version, and the variant (RFC 9562 § 5.4).
      .map((digits, index) => ["", "", "4", "89ab"[wholeBetween(0, 3, random)], ""][index] + digits)
      .join("-"),
  "json-pointer": path,
  "relative-json-pointer": (random) => `${wholeBetween(0, 3, random)}${path(random)}`,
  regex: (random) => `^${word(random)}$`,
  password: (random) => `${word(random)}-${word(random)}-${wholeBetween(10, 99, random)}`,
  byte: base64,
  base64,
  base64url: (random) => base64(random).replaceAll("=", ""),
  base16: (random) => hexadecimal(16, random).toUpperCase(),
};

/** A text of a format or a content encoding; none for those that nobody knows. */
export function randomTextOfFormat(name: string, random: Random): string[] {
  return Object.hasOwn(texts, name) ? [texts[name]?.(random) ?? ""] : [];
}

function moment(random: Random): string {
  const seconds = wholeBetween(FIRST_DAY / 1000, LAST_DAY / 1000, random);
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}

function email(random: Random): string {
  return `${word(random)}.${word(random)}@example.com`;
}

function path(random: Random): string {
  return `/${word(random)}/${word(random)}`;
}

/** Of words in ASCII, which have the same bytes in every encoding. */
function base64(random: Random): string {
  return btoa(words(1, 60, random));
}

function hexadecimal(length: number, random: Random): string {
  return Array.from({ length }, () => wholeBetween(0, 15, random).toString(16)).join("");
}
