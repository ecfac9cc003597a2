export { type Outcome, type RunOptions, run, runNode } from "@visitors-api/release/run";
