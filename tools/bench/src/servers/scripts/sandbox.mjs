// Arguments: the file to keep in what is sent; without it, it is kept in memory.
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox, sqliteStore } from "@visitors-api/sandbox/node";

const [file] = process.argv.slice(2);
const sandbox = createSandbox(file === undefined ? {} : { store: sqliteStore(file) });
const { url } = await serveSandbox(sandbox, { port: 0 });
console.log(url);
