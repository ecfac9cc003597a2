import { type ClientOptions, createClient, servers } from "../notes/generated/index.ts";

// A token is a string, a function, or undefined: then each call says that it is missing.
createClient({ token: "token" });
createClient({ token: process.env["NOTES_TOKEN"] });
createClient({ token: () => "token" });
createClient({ token: async () => "token" });

// @ts-expect-error A token is not a number.
createClient({ token: 1 });
createClient({ token: () => process.env["NOTES_TOKEN"] });
createClient({ token: async () => undefined });
// @ts-expect-error A function must give a string or undefined.
createClient({ token: async () => null });

// An option whose value is undefined is as good as none, so that one can be taken from the environment.
createClient({
  token: undefined,
  baseUrl: undefined,
  headers: undefined,
  fetch: undefined,
  allowInsecure: undefined,
  retries: undefined,
  timeout: undefined,
});
createClient({ token: "token", baseUrl: servers[1] });
createClient({ token: "token", baseUrl: process.env["NOTES_URL"] });
createClient({ token: "token", retries: 0 });
createClient({ token: "token", retries: false });
createClient({ token: "token", fetch: globalThis.fetch });
createClient({ token: "token", fetch: async (request: Request) => Response.json({ url: request.url }) });
createClient({ token: "token", headers: { "X-One": "1", "X-Two": 2, "X-Removed": null } });
createClient({ token: "token", headers: new Headers() });

createClient({ token: "token", baseUrl: new URL("https://api.example.test") });
createClient({ token: "token", timeout: false });
createClient({
  token: "token",
  retries: { limit: 3, statuses: [503], methods: ["PUT", "POST"], maxWait: 1000 },
});
createClient({ token: "token", fetchOptions: { keepalive: true, redirect: "error" } });
createClient({
  token: "token",
  onAttempt: ({ status, error, retryIn }) => [status, error, retryIn?.toFixed()],
});

// @ts-expect-error A timeout is a number or false.
createClient({ token: "token", timeout: true });
// @ts-expect-error The client makes the body itself.
createClient({ token: "token", fetchOptions: { body: "{}" } });
// @ts-expect-error There is no such property.
createClient({ token: "token", retries: { times: 3 } });
// @ts-expect-error `true` is no number of retries.
createClient({ token: "token", retries: true });
// @ts-expect-error A timeout is a number of milliseconds.
createClient({ token: "token", timeout: "30s" });
// @ts-expect-error There is no such option.
createClient({ token: "token", retry: 2 });
// @ts-expect-error A fetch gives a response.
createClient({ token: "token", fetch: async () => "text" });

export const options: ClientOptions = { token: "token" };
// @ts-expect-error Options are not changed once they are given.
options.token = "another";
