import type { ContentBlock } from "@modelcontextprotocol/server";
import { textContent } from "./result.ts";

/** What is larger is of no use in a conversation, in bytes. */
const largest = 1_000_000;

/** An answer of bytes: a picture or a sound as such, a text as text, and anything else in Base64. */
export async function bytesContent(blob: Blob): Promise<ContentBlock[]> {
  const mimeType = blob.type.split(";")[0]?.trim() || "application/octet-stream";
  if (blob.size > largest)
    return [textContent(`The answer is ${blob.size} bytes of ${mimeType}, too many to be shown.`)];
  if (/^text\/|[/+](json|xml|yaml)$/.test(mimeType)) return [textContent(await blob.text())];
  const data = Buffer.from(await blob.arrayBuffer()).toString("base64");
  const [type] = mimeType.split("/");
  if (type === "image" || type === "audio") return [{ type, data, mimeType }];
  return [{ type: "resource", resource: { uri: "answer:body", mimeType, blob: data } }];
}

/** The beginning of a stream, as text: some streams never end. */
export async function readStart(stream: ReadableStream<Uint8Array>, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) break;
  }
  return text;
}
