export { DataFileError } from "./data-file-error.ts";
export { type SandboxServer, type ServedAnswer, type ServeOptions, serveSandbox } from "./serve.ts";
export { SqliteCollection, sqliteStore } from "./sqlite-collection.ts";
