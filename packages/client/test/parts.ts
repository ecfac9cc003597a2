import type { ReceivedRequest } from "./server.ts";

export interface ReceivedPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The parts of a multipart request, byte for byte as RFC 2046 § 5.1.1 lays them out. */
export function partsOf({ headers, bytes }: ReceivedRequest): ReceivedPart[] {
  const boundary = /; boundary=(\S+)$/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) throw new Error(`${headers["content-type"]} has no boundary.`);
  // Latin-1 keeps every byte.
  const pieces = `\r\n${bytes.toString("latin1")}`.split(`\r\n--${boundary}`);
  if (pieces.shift() !== "" || pieces.pop() !== "--\r\n") throw new Error(`Not delimited: ${bytes}`);
  return pieces.map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = Buffer.from(piece.slice(0, end), "latin1").toString();
    const lines = head.split("\r\n").filter(Boolean);
    const content = Buffer.from(piece.slice(end + 4), "latin1");
    return {
      headers: Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2))),
      bytes: content,
      text: content.toString(),
    };
  });
}
