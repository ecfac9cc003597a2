export { type ServerProcess, startServerProcess } from "@visitors-api/release/server-process";
