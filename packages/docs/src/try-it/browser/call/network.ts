import type { Fetch } from "./recorded.ts";

/**
 * A `fetch` that goes to the origin of a base URL and nowhere else, with nothing of the reader's but what the request has in
 * it: no cookies, no referrer. A redirect is not followed, since it could lead a credential to another origin.
 *
 * @throws {TypeError} for a request to another origin, and for an answer that is a redirect.
 */
export function networkFetch(baseUrl: string): Fetch {
  const { origin } = new URL(baseUrl);
  return async (request) => {
    if (new URL(request.url).origin !== origin) {
      throw new TypeError(`This request is for another origin than ${origin}, and was not sent`);
    }
    const response = await fetch(request, {
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    if (response.type === "opaqueredirect") {
      throw new TypeError(`${origin} redirects, and this page does not follow: the token could go elsewhere`);
    }
    return response;
  };
}

/**
 * What is wrong with a base URL; undefined when the page can send there. Its Content-Security-Policy allows https, and http on
 * this machine: anything else could be read on the way.
 */
export function baseUrlMistake(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return "must be an address such as https://api.example.com";
  if (`${url.username}${url.password}${url.search}${url.hash}` !== "") {
    return "must be an address without a user, a query and a fragment";
  }
  const isHere = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  return url.protocol === "https:" || isHere ? undefined : "must be https, or http on localhost or 127.0.0.1";
}
