/**
 * After how long something is taken to hang, in milliseconds. That is all a time limit is for: it may have to share its
 * cores with anything, so that nothing has a limit of its own, and how fast something is, `npm run bench` says.
 */
export const limits = {
  /** A test or a hook. */
  test: 12 * 60_000,
  /** A process; shorter than the test's that started it, so that it is the process that is named. */
  process: 10 * 60_000,
  /** A condition that nothing tells of, which has to be looked for again and again, as on a page. */
  condition: 60_000,
};
