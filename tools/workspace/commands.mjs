/**
 * What the commands do that take no arguments. What others take, their `--help` tells.
 *
 * @type {Readonly<Record<string, string>>}
 */
const withoutArguments = {
  start: "Derives everything from the description in spec/, and makes one call of the client to the sandbox.",
  test: "Checks lint, types and what is generated, and runs the tests. The last lines say what failed, and how much passed.",
  "test:on-demand":
    "Runs the tests that install 1 GB more first, such as other run times, compilers and test runners.",
  "test:added":
    "Runs all tests in a copy whose description has more operations, a property, an enum value and a security scheme more.",
  dev: "Serves the docs and the sandbox on this machine, and derives them again whenever spec/ changes. Ctrl-C ends it.",
  generate: "Lints and bundles the description, and writes the client's generated sources.",
  check:
    "Checks that what is generated is in step with the description, and lint, types, samples and changesets.",
  pack: "Packs the packages as they would be published, into .packed.",
};

/**
 * What there is to say before a command that takes no arguments, if it was given some.
 *
 * @param {string} command
 * @param {readonly string[]} given
 * @returns {{ readonly text: string, readonly code: number } | undefined}
 */
export function answerTo(command, given) {
  const does = withoutArguments[command];
  if (does === undefined || given.length === 0) return undefined;
  const typed = command === "start" || command === "test" ? `npm ${command}` : `npm run ${command}`;
  const usage = `Usage: ${typed}\n\n${does}`;
  if (given.includes("--help")) return { text: usage, code: 0 };
  return { text: `${typed} takes no arguments, and was given ${given.join(" ")}.\n\n${usage}`, code: 2 };
}
