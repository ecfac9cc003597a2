// Loaded before a server whose memory is looked at: collects the garbage when it is asked to, and says what is left.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

process.on("message", () => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
// The server alone decides how long the process lives.
process.channel?.unref();
