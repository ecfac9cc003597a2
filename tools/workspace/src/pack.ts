/** `npm run pack`: the packages as they would be published, to be installed from a file. */

import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { publishedPackages } from "@visitors-api/release/packages";
import { build, pack } from "@visitors-api/release/publish";
import { size, table } from "./format.ts";
import { root } from "./root.ts";

const folder = join(root, ".packed");
mkdirSync(folder, { recursive: true });
const packages = publishedPackages(root);
await build(root, packages);
const packed = await pack(root, packages, folder);
console.log(`
${table(packed.map(({ name, version, tarball, bytes }) => [`${name}@${version}`, relative(root, tarball), size(bytes)]))}

In the folder of a project of yours:

  npm install ${packed.map(({ tarball }) => tarball).join(" ")}`);
