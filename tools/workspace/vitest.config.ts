/**
 * After how long something is taken to hang, in milliseconds. That is all a time limit is for: a test may have to share its
 * cores with anything, so that none has a limit of its own, and how fast something is, `npm run bench` says.
 */
export const limits = {
  /** A test or a hook. */
  test: 12 * 60_000,
  /** A process that a test has started; shorter than the test's, so that it is the process that is named. */
  process: 10 * 60_000,
  /** A condition that nothing tells of, which has to be looked for again and again, as on a page. */
  condition: 60_000,
};

/**
 * How every package's tests run: `vitest run --config ../../tools/workspace/vitest.config.ts`, or a configuration of
 * the package's own that spreads this one. The counts go where `npm test` adds them up.
 */
export default {
  test: {
    include: ["test/**/*.test.ts"],
    // The files of a package share what they import: a quarter of the time goes into importing it again for each.
    isolate: false,
    testTimeout: limits.test,
    hookTimeout: limits.test,
    teardownTimeout: limits.condition,
    expect: { poll: { timeout: limits.condition } },
    reporters: ["default", "json"],
    outputFile: { json: ".results/vitest.json" },
  },
};
