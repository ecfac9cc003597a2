/** CommonJS. Prints what the client exports when it is required, and whether that is what is imported. */

const required = require("@visitors-api/client");

async function main() {
  const imported = await import("@visitors-api/client");
  const names = Object.keys(imported).sort();
  const same = names.every((name) => required[name] === imported[name]);
  const client = required.createClient({ token: "any", baseUrl: process.argv[2] });
  const { name } = await client.updateVisitor({ id: "660e73c36abd01bd27af623d", name: "Gareth Bale" });
  const refused = await client.updateVisitor({ id: "nobody", name: "Nobody" }).catch((error) => error);
  const caught = refused instanceof required.NotFoundError;
  console.log(JSON.stringify({ hasClient: names.includes("createClient"), same, name, caught }));
}

main();
