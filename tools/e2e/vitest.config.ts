export { default } from "../workspace/vitest.config.ts";
