import type { Benchmark } from "../benchmark.ts";
import { waysToCall } from "../contenders/index.ts";
import { ownClient } from "../contenders/own-client.ts";
import { firstCallTask } from "../description/call.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { bundle } from "../harness/bundle.ts";
import { kilobytes, times } from "../harness/format.ts";
import { versioned } from "../harness/packages.ts";
import { showingPage } from "../harness/page.ts";
import { preparePublished } from "../harness/prepare.ts";

export const bundleSize: Benchmark = {
  name: "bundle-size",
  title: "Size of a page that makes one call",
  method:
    "A page creates the client, makes one call and shows a property of the answer, each contender in its own way. " +
    "Bundled by esbuild for es2022, minified; gzip -9.",
  async run() {
    const task = firstCallTask(readOwnDescription());
    const sizes = [];
    for (const contender of waysToCall) {
      const { folder, from } = await preparePublished(contender, "bundle-size", ownDescriptionFile);
      const { minified, gzipped } = await bundle(showingPage(contender.page, task, from), folder);
      sizes.push({ contender, minified, gzipped });
    }
    const own = sizes.find(({ contender }) => contender === ownClient);
    return {
      tables: [
        {
          columns: ["", "min", "min + gzip", "beside ours", "retries, timeouts"],
          rows: sizes.map(({ contender, minified, gzipped }) => [
            versioned(contender),
            kilobytes(minified),
            kilobytes(gzipped),
            times(own && gzipped / own.gzipped),
            contender.isResilient ? "yes" : "no",
          ]),
        },
      ],
      values: sizes.map(({ contender, ...bytes }) => ({ contender: versioned(contender), ...bytes })),
    };
  },
};
