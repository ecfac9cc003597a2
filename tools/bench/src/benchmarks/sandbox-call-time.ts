import type { Benchmark } from "../benchmark.ts";
import { longestAnswer } from "../description/call.ts";
import { readOwnDescription } from "../description/description.ts";
import { spread, times } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { checkAnswer, measuredRequest } from "../harness/load.ts";
import { versioned } from "../harness/packages.ts";
import { pairedRatio, summarize } from "../harness/statistics.ts";
import { sandbox, scalarMockServer } from "../servers/index.ts";
import { mockServerModule } from "../servers/scalar-modules.ts";

const rounds = 100;
const callsInARound = 300;
/** Rounds that are thrown away, for the compiler to warm up. */
const warmUp = 20;

interface Callable {
  readonly name: string;
  readonly package?: string;
  readonly call: () => Response | Promise<Response>;
}

export const sandboxCallTime: Benchmark = {
  name: "sandbox-call-time",
  title: "Time of a call in the same process",
  method:
    "As in a test: a `Request` is made, answered without a network, and the answer read as JSON, one call after the other. " +
    `Microseconds: the median of ${rounds - warmUp} interleaved rounds of ${callsInARound} calls, and the quartiles. The ` +
    "platform alone makes and reads a `Request` and a `Response` of the same sizes.",
  async run() {
    const callables = await allCallables();
    for (const { name, call } of callables) await checkAnswer(name, call);
    const microseconds = await interleave(callables, rounds, async ({ call }) => {
      const started = performance.now();
      for (let count = 0; count < callsInARound; count++) await (await call()).json();
      return ((performance.now() - started) * 1000) / callsInARound;
    });
    const warm = microseconds.map((all) => all.slice(warmUp));
    const results = callables.map((callable, index) => ({
      name: versioned(callable),
      microseconds: summarize(warm[index] ?? []),
      ratio: pairedRatio(warm[index] ?? [], warm[0]),
    }));
    return {
      tables: [
        {
          columns: ["", "µs", "beside the platform"],
          rows: results.map(({ name, microseconds, ratio }) => [name, spread(microseconds, 1), times(ratio)]),
        },
      ],
      values: results,
    };
  },
};

async function allCallables(): Promise<Callable[]> {
  const { path, ...init } = measuredRequest();
  const url = `http://sandbox${path}`;
  const answer = longestAnswer(readOwnDescription());
  const headers = { "content-type": "application/json" };
  // Not before it is needed: the command can say what there is to measure before anything is built.
  const { createSandbox } = await import("@visitors-api/sandbox");
  const own = createSandbox();
  const app = await mockServerApp();
  return [
    {
      name: "the platform alone",
      async call() {
        const sent = await new Request(url, init).json();
        return new Response(sent === undefined ? "" : answer, { headers });
      },
    },
    { ...scalarMockServer, call: () => app.fetch(new Request(url, init)) },
    { ...sandbox, call: () => own.fetch(url, init) },
  ];
}

/** Where it says how to authenticate, nothing is printed. */
async function mockServerApp(): Promise<{ fetch(request: Request): Response | Promise<Response> }> {
  const { createMockServer } = await import(mockServerModule());
  const { log } = console;
  console.log = () => undefined;
  try {
    return await createMockServer({ document: readOwnDescription() });
  } finally {
    console.log = log;
  }
}
