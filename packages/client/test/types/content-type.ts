import type { CallOptions, ContentType } from "../../src/runtime/index.ts";

/** What is generated of an operation that offers several media types: the usual one last, which is what `Parameters` sees. */
interface Operations {
  send(input: { body: string }, options: CallOptions & ContentType<"text/csv">): Promise<undefined>;
  send(input: { body: Blob }, options: CallOptions & ContentType<`image/${string}`>): Promise<undefined>;
  send(
    input: { rows: string[] },
    options?: CallOptions & ContentType<"application/json" | undefined>,
  ): Promise<undefined>;
}

export async function chooses(client: Operations, rows: Parameters<Operations["send"]>[0]): Promise<void> {
  await client.send(rows);
  await client.send({ rows: [] }, { retries: 0 });
  await client.send({ rows: [] }, { contentType: "application/json" });
  await client.send({ rows: [] }, { contentType: undefined });
  await client.send({ body: "a,b" }, { contentType: "text/csv", headers: { "X-Trace": "a" } });
  await client.send({ body: new Blob() }, { contentType: "image/png" });

  // @ts-expect-error Text is sent when the call says so.
  await client.send({ body: "a,b" });
  // @ts-expect-error Rows are no text.
  await client.send({ rows: [] }, { contentType: "text/csv" });
  // @ts-expect-error Text is no image.
  await client.send({ body: "a,b" }, { contentType: "image/png" });
  // @ts-expect-error The description does not offer it.
  await client.send({ body: "a,b" }, { contentType: "application/pdf" });
}
