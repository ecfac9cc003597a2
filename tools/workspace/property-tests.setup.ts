import fc from "fast-check";

/**
 * Property tests try the same values in every run, so that none fails where nothing has changed. Those of other runs are tried with
 * `FAST_CHECK_SEED=<integer> npm test`, as continuous integration does each week.
 */
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_261_126) });
