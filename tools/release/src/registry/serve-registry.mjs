/** Serves a Verdaccio on a free port: `node serve-registry.mjs <verdaccio's entry> <its configuration>`. */

const [entry, configuration] = process.argv.slice(2);
const { runServer } = await import(entry);
const server = await runServer(configuration);
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
