import type { Client, IntercomVersion } from "../../src/index.ts";

export async function options(client: Client, signal: AbortSignal): Promise<void> {
  const visitor = { id: "1" };
  const version: IntercomVersion = "Unstable";
  await client.updateVisitor(visitor, {});
  await client.updateVisitor(visitor, { signal, retries: 0, timeout: 5000 });
  await client.updateVisitor(visitor, { signal: undefined, retries: undefined, timeout: undefined });
  await client.updateVisitor(visitor, { headers: { "Intercom-Version": "2.9" } });
  await client.updateVisitor(visitor, { headers: { "Intercom-Version": version, "X-Trace": "a" } });
  await client.updateVisitor(visitor, { headers: { "Intercom-Version": null } });
  await client.updateVisitor(visitor, { headers: new Headers() });
  await client.updateVisitor(visitor, { headers: [["X-Trace", "a"]] });
  await client.updateVisitor(visitor, {
    timeout: false,
    retries: { limit: 1 },
    fetchOptions: { cache: "no-store" },
  });
  await client.updateVisitor(visitor, { onAttempt: async ({ attempt }) => attempt.toFixed() });

  // @ts-expect-error Not a version of the API.
  await client.updateVisitor(visitor, { headers: { "Intercom-Version": "none" } });
  // @ts-expect-error A version is a string: as a number, 2.10 is 2.1.
  await client.updateVisitor(visitor, { headers: { "Intercom-Version": 2.1 } });
  // @ts-expect-error A signal, not its controller.
  await client.updateVisitor(visitor, { signal: new AbortController() });
  // @ts-expect-error There is no such option.
  await client.updateVisitor(visitor, { retry: 0 });
  // @ts-expect-error Where the API is, is the client's to say.
  await client.updateVisitor(visitor, { baseUrl: "https://api.example.test" });
}
