/** Brings the matrix in the client's README in step with what the tests run. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../support/folders.ts";
import { readme, withMatrix } from "./matrix.ts";

const file = join(root, readme);
await writeFile(file, withMatrix(await readFile(file, "utf8")));
