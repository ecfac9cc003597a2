import type { Client, NotesVersion } from "../notes/generated/index.ts";

export async function options(client: Client, signal: AbortSignal): Promise<void> {
  const note = { id: "1" };
  const version: NotesVersion = "1.1";
  await client.updateNote(note, {});
  await client.updateNote(note, { signal, retries: 0, timeout: 5000 });
  await client.updateNote(note, { signal: undefined, retries: undefined, timeout: undefined });
  await client.updateNote(note, { headers: { "Notes-Version": "1.1" } });
  await client.updateNote(note, { headers: { "Notes-Version": version, "X-Trace": "a" } });
  await client.updateNote(note, { headers: { "Notes-Version": null } });
  await client.updateNote(note, { headers: new Headers() });
  await client.updateNote(note, { headers: [["X-Trace", "a"]] });
  await client.updateNote(note, {
    timeout: false,
    retries: { limit: 1 },
    fetchOptions: { cache: "no-store" },
  });
  await client.updateNote(note, { onAttempt: async ({ attempt }) => attempt.toFixed() });

  // @ts-expect-error Not a version of the API.
  await client.updateNote(note, { headers: { "Notes-Version": "none" } });
  // @ts-expect-error A version is a string: as a number, 2.10 is 2.1.
  await client.updateNote(note, { headers: { "Notes-Version": 2.1 } });
  // @ts-expect-error A signal, not its controller.
  await client.updateNote(note, { signal: new AbortController() });
  // @ts-expect-error There is no such option.
  await client.updateNote(note, { retry: 0 });
  // @ts-expect-error Where the API is, is the client's to say.
  await client.updateNote(note, { baseUrl: "https://api.example.test" });
}
