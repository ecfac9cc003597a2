import { randomUUID } from "node:crypto";
import type { Description } from "@visitors-api/openapi";
import type { Message } from "./relay.ts";

/** Headers that carry credentials in every API (RFC 9110 § 11.6.2 and § 11.7.2). */
const authorizationHeaders = ["authorization", "proxy-authorization"];

/**
 * A credential that is shorter is replaced only where it is sent as one: as a part of other texts, any other text may have it too.
 */
const shortest = 8;

/**
 * Puts something else in the place of every credential, and each credential in its place again: what stands between the two sees
 * none, and tells that one was sent all the same.
 */
export class Credentials {
  /** The credential of each placeholder, by its number. */
  readonly #known: string[] = [];
  /** What no message has by chance, and no API knows. */
  readonly #mark = randomUUID();
  readonly #headers = new Set(authorizationHeaders);
  readonly #query = new Set<string>();

  /** @param securitySchemes What the API takes for credentials besides `Authorization` and cookies. */
  constructor(securitySchemes: Description["securitySchemes"]) {
    for (const scheme of Object.values(securitySchemes)) {
      if (scheme.kind !== "apiKey") continue;
      if (scheme.in === "header") this.#headers.add(scheme.parameter.toLowerCase());
      if (scheme.in === "query") this.#query.add(scheme.parameter);
    }
  }

  /** Where a credential is sent as one it becomes known, and what is known is then nowhere in the message. */
  readonly hide = ({ target, headers, body }: Message): Message => {
    const hidden = headers.map(
      ([name, value]) => [name, this.#hideInHeader(name.toLowerCase(), value)] as const,
    );
    const hiddenTarget = this.#hideInTarget(target);
    return {
      target: this.#hideKnown(hiddenTarget),
      headers: hidden.map(([name, value]) => [name, this.#hideKnown(value)]),
      body: changed(body, (text) => this.#hideKnown(text)),
    };
  };

  readonly reveal = ({ target, headers, body }: Message): Message => {
    // With something on both sides of the number: what stands behind a credential may begin with a digit.
    const placeholder = new RegExp(`hidden-(\\d+)-${this.#mark}`, "g");
    const revealed = (text: string) =>
      text.replaceAll(placeholder, (found, index) => this.#known[Number(index)] ?? found);
    return {
      target: revealed(target),
      headers: headers.map(([name, value]) => [name, revealed(value)]),
      body: changed(body, revealed),
    };
  };

  #hideInHeader(name: string, value: string): string {
    // Each cookie of a client; of a server one, with attributes behind it (RFC 6265 § 4.1.1 and § 4.2.1).
    if (name === "cookie") {
      return value.replaceAll(/(=)([^;]*)/g, (_, equals, cookie) => equals + this.#placeholderOf(cookie));
    }
    if (name === "set-cookie") {
      return value.replace(/(=)([^;]*)/, (_, equals, cookie) => equals + this.#placeholderOf(cookie));
    }
    if (!this.#headers.has(name)) return value;
    // The scheme says nothing secret, and whether it is the described one is to be seen.
    const [, scheme = "", credential = ""] = /^([\w-]+ +)?(.*)$/s.exec(value) ?? [];
    return scheme + this.#placeholderOf(credential);
  }

  /** As it is written, so that what is put in its place again is the same. */
  #hideInTarget(target: string): string {
    return target.replaceAll(/([?&])([^=&#]+)=([^&#]*)/g, (found, mark, name, value) =>
      this.#query.has(decoded(name)) ? `${mark}${name}=${this.#placeholderOf(value)}` : found,
    );
  }

  #hideKnown(text: string): string {
    return this.#known.reduce(
      (hidden, credential, index) =>
        credential.length < shortest ? hidden : hidden.replaceAll(credential, this.#named(index)),
      text,
    );
  }

  /** In a URL and elsewhere, a credential is written in several ways: each is known, and is put back as it was. */
  #placeholderOf(credential: string): string {
    if (credential === "") return credential;
    for (const spelling of [credential, decoded(credential), encodeURIComponent(credential)]) {
      if (!this.#known.includes(spelling)) this.#known.push(spelling);
    }
    return this.#named(this.#known.indexOf(credential));
  }

  #named(index: number): string {
    return `hidden-${index}-${this.#mark}`;
  }
}

/** Byte by byte: what is no text stays as it is. */
function changed(body: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(body.toString("latin1")), "latin1");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
