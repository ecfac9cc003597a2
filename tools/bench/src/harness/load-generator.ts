/**
 * Sends one request over and over, on connections that are kept alive, each when the one before is answered; and prints
 * what came of it. It reads no more of an answer than it must, so that it costs less than any server: a client that
 * parses answers as Node's does would be the slower side.
 */
import { connect } from "node:net";

/** What is sent to whom. */
export interface LoadOrder {
  readonly url: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  /** It ends after so many milliseconds, or so many answers. */
  readonly until: { readonly milliseconds: number } | { readonly answers: number };
}

export interface LoadResult {
  readonly answers: number;
  /** Of them, those of another status than 200. */
  readonly others: number;
  readonly milliseconds: number;
  /** How much of that time this process was on a CPU: 1 would mean that it was the slower side. */
  readonly busy: number;
}

const order: LoadOrder = JSON.parse(process.argv[2] ?? "{}");
const { hostname, port } = new URL(order.url);
const head = Object.entries({ host: `${hostname}:${port}`, ...order.headers });
const request = Buffer.from(
  `${order.method} ${order.path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join("")}` +
    `content-length: ${Buffer.byteLength(order.body)}\r\n\r\n${order.body}`,
);
const limit = "answers" in order.until ? order.until.answers : Number.POSITIVE_INFINITY;
let answers = 0;
let others = 0;
const started = performance.now();
const { user, system } = process.cpuUsage();

function finish(): void {
  const milliseconds = performance.now() - started;
  const used = process.cpuUsage({ user, system });
  const busy = (used.user + used.system) / 1000 / milliseconds;
  process.stdout.write(JSON.stringify({ answers, others, milliseconds, busy } satisfies LoadResult));
  process.exit();
}

function open(): void {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let start = "";
  let missing = 0;
  socket.on("connect", () => socket.write(request));
  socket.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  socket.on("close", () => {
    console.error("A connection was closed");
    process.exit(1);
  });
  socket.on("data", (chunk) => {
    if (missing > 0) {
      missing -= chunk.length;
    } else {
      const text = start + chunk.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      start = end < 0 ? text : "";
      if (end < 0) return;
      if (!text.startsWith("HTTP/1.1 200 ")) others++;
      const [, length] = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end)) ?? [];
      if (length === undefined)
        throw new Error(`An answer does not say how long it is: ${text.slice(0, end)}`);
      missing = Number(length) - (text.length - end - 4);
    }
    if (missing > 0) return;
    answers++;
    if (answers >= limit) finish();
    socket.write(request);
  });
}

for (let connection = 0; connection < order.connections; connection++) open();
if ("milliseconds" in order.until) setTimeout(finish, order.until.milliseconds);
