import type { Description } from "@visitors-api/openapi";
import { isToken } from "@visitors-api/openapi";
import { FAULT_HEADER } from "../faults/faulty.ts";
import type { Layer } from "../layer.ts";
import type { Reply } from "../request/incoming.ts";
import type { Received } from "../request/received.ts";
import { emptyReply } from "../response/reply.ts";

/** How long a browser need not ask again, in seconds. */
const MAX_AGE = "600";

// Sent by every browser, or readable by every page, without being asked for (Fetch standard § 2.2.2).
const SAFELISTED = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
]);

/**
 * Lets pages of other origins call the sandbox (Fetch standard § 3.3): all of them, or those of a list such as
 * `["https://docs.example"]`. Without credentials mode, which only cookies need.
 *
 * @throws TypeError when one of the list is no origin.
 */
export function cors(origins: true | readonly string[], description: Description): Layer {
  const mistake = origins === true ? undefined : origins.find((origin) => !isOrigin(origin));
  if (mistake !== undefined) {
    throw new TypeError(`An origin is such as https://docs.example, not ${JSON.stringify(mistake)}`);
  }
  const ownHeaders = requestHeaders(description);

  /** The headers that let a page read an answer; none for a page that may not. */
  function allowing(received: Received): Record<string, string> {
    if (origins === true) return { "access-control-allow-origin": "*" };
    const origin = received.header("origin");
    // Whoever stores the answer must not give it to another origin.
    if (origin === undefined || !origins.includes(origin)) return { vary: "Origin" };
    return { "access-control-allow-origin": origin, vary: "Origin" };
  }

  function preflight(received: Received, requestedMethod: string): Reply {
    const allowed = allowing(received);
    if (!("access-control-allow-origin" in allowed)) return emptyReply(204, allowed);
    const requested = tokensIn(received.header("access-control-request-headers"));
    return emptyReply(204, {
      ...allowed,
      // Whatever is asked for, so that the page gets to read the 405 that says which methods there are.
      "access-control-allow-methods": requestedMethod,
      // `*` does not stand for Authorization, and headers that the API does not know do no harm.
      "access-control-allow-headers": [...new Set([...ownHeaders, ...requested])].join(", "),
      "access-control-max-age": MAX_AGE,
      // Private Network Access: a page on the internet asks before it calls one's own machine.
      ...(received.header("access-control-request-private-network") === "true" && {
        "access-control-allow-private-network": "true",
      }),
    });
  }

  return (next) => async (received) => {
    const requestedMethod = received.header("access-control-request-method");
    if (received.method === "OPTIONS" && requestedMethod !== undefined && isToken(requestedMethod)) {
      return preflight(received, requestedMethod);
    }
    const reply = await next(received);
    const exposed = ["x-request-id", ...Object.keys(reply.headers).filter((name) => !SAFELISTED.has(name))];
    const headers = { ...reply.headers, ...allowing(received) };
    return {
      ...reply,
      headers: { ...headers, "access-control-expose-headers": [...new Set(exposed)].join(", ") },
    };
  };
}

/** As a browser writes it (RFC 6454 § 6.2): in lower case, and with nothing behind the host and the port. */
export function isOrigin(text: string): boolean {
  return text === "null" || /^[a-z][a-z\d+.-]*:\/\/[^/?#@\sA-Z]+$/.test(text);
}

/** The headers that the API describes, and those that the sandbox takes besides. */
function requestHeaders({ operations, securitySchemes }: Description): string[] {
  const parameters = operations
    .flatMap(({ parameters }) => parameters)
    .filter((parameter) => parameter.in === "header");
  const keys = Object.values(securitySchemes).flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === "header" ? [scheme.parameter] : [],
  );
  const described = [...parameters.map(({ name }) => name), ...keys];
  return [
    ...new Set(["Authorization", "Content-Type", ...described.filter(isToken), "Prefer", FAULT_HEADER]),
  ];
}

function tokensIn(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(isToken);
}
