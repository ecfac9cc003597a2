import type { Middleware } from "openapi-fetch";
import { createCaller, type Named } from "./call.ts";
import type { Description, Values } from "./description.ts";
import type { BaseClientOptions } from "./options.ts";
import type { Init } from "./request.ts";
import { requestIdOf } from "./request-id.ts";
import { restore } from "./response.ts";

/**
 * Makes the client of a description: a method for each operation, and openapi-fetch's methods underneath.
 *
 * @throws {TypeError} when an option cannot be used.
 */
export function createClient<Client>(description: Description, options: BaseClientOptions): Client {
  const middleware: Middleware[] = [];
  const call = createCaller(description, options, middleware);
  const routes: Record<string, Named> = {};
  const request = async (verb: string, path: string, init?: Init) => {
    const method = verb.toUpperCase();
    const { received, ...result } = await call(routes[method + path] ?? [path, { method, path }], init);
    return { ...result, response: restore(received) };
  };
  const client: Record<string, unknown> = {
    request,
    use(...added: (Middleware | undefined)[]) {
      for (const each of added) {
        if (each) middleware.push(each);
      }
    },
    eject(...removed: Middleware[]) {
      for (const each of removed) {
        const index = middleware.indexOf(each);
        if (index >= 0) middleware.splice(index, 1);
      }
    },
  };
  for (const method of "GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split(" ")) {
    client[method] = request.bind(client, method);
  }
  for (const named of Object.entries(description.operations)) {
    const [name, entry] = named;
    routes[entry.method + entry.path] = named;
    client[name] = (input: Values = {}, init?: Init) => {
      const outcome = call(named, init, input);
      const data = outcome.then((result) => result.data);
      const withResponse = async () => {
        // Whoever asks for all of it need not be told of a failure twice.
        data.catch(() => {});
        const result = await outcome;
        const response = restore(result.received);
        return {
          data: result.data,
          response,
          requestId: requestIdOf(result.data, response.headers, description),
        };
      };
      return Object.assign(data, { withResponse });
    };
  }
  // The generator makes the description and the type of the same operations.
  return client as Client;
}
