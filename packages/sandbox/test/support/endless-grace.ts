/*
 * Imported into the process of the command before its own modules: the five seconds after which it gives up the requests in
 * flight never pass. What it does then it does at once, or when a request has been answered, and on no machine later.
 */

const GRACE_MILLISECONDS = 5000;

/** The longest time that a timer counts. */
const WEEKS = 2 ** 31 - 1;

const { setTimeout } = globalThis;

Object.assign(globalThis, {
  setTimeout: (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) =>
    setTimeout(run, delay === GRACE_MILLISECONDS ? WEEKS : delay, ...given),
});
