export * from "../../../src/validation/index.ts";
