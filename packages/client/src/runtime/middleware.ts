import type { Middleware } from "openapi-fetch";

/** What each function of a middleware is given, beside the request and what came of it. */
export type MiddlewareContext = Omit<Parameters<NonNullable<Middleware["onRequest"]>>[0], "request">;

/**
 * Sends a request through openapi-fetch's middleware: `onRequest` runs in the order in which it was added, `onError` and
 * `onResponse` in the other.
 *
 * @param OwnRequest The class of the call's requests.
 * @returns The response of the fetch, or what middleware gave in its place.
 * @throws {TypeError} when middleware gives something else.
 */
export async function throughMiddleware(
  middleware: readonly Middleware[],
  made: Request,
  fetch: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
  OwnRequest: typeof Request,
): Promise<Response> {
  let request = made;
  for (const each of middleware) {
    const given = await each.onRequest?.({ ...context, request });
    check("onRequest", given, OwnRequest);
    if (given instanceof Response) return given;
    request = given || request;
  }
  const back = [...middleware].reverse();
  let response = await fetch(request).catch(async (caught: unknown) => {
    let error = caught;
    for (const each of back) {
      const given = await each.onError?.({ ...context, request, error });
      check("onError", given, Response, Error);
      if (given instanceof Response) return given;
      error = given || error;
    }
    throw error;
  });
  for (const each of back) {
    const given = await each.onResponse?.({ ...context, request, response });
    check("onResponse", given, Response);
    response = given || response;
  }
  return response;
}

/** Refuses what middleware must not give. */
function check(
  hook: string,
  given: unknown,
  usual: typeof Request | typeof Response,
  other: typeof Response | typeof Error = Response,
): void {
  if (given && !(given instanceof usual || given instanceof other)) {
    throw new TypeError(`${hook} must return a ${usual.name}`);
  }
}
