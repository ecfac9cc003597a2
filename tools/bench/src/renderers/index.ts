import { copyFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { locatedOperations, readOwnDescription } from "../description/description.ts";
import { ownDocsFolder } from "../harness/folders.ts";
import { packageFile } from "../harness/packages.ts";
import type { Renderer } from "./renderer.ts";

const docsCommand = (description: string, folder: string) => [
  join(ownDocsFolder, "src/build.ts"),
  ...[description, "--output", folder, "--guides", join(ownDocsFolder, "src/content/guides")],
];

/** Ours: the page of the description's first operation, which descriptions that were grown from it have too. */
export const ownDocs: Renderer = {
  name: "@visitors-api/docs",
  page: firstOperationPage(),
  intents: [
    {
      name: "another language of the samples",
      act: (page) => page.locator(".samples .switch label").nth(1).click(),
      shown: `.samples pre[data-language="1"]`,
    },
    {
      name: "unfolding a property",
      act: (page) => page.locator(".nested > summary").first().click(),
      shown: ".nested[open] .fields",
    },
    { name: "the form of an operation", act: (page) => page.locator("#try").click(), shown: "#try-it" },
    {
      name: "the first result of a search",
      act: async (page) => {
        await page.keyboard.press("/");
        await page.locator("dialog input").waitFor();
        await page.keyboard.press("i");
      },
      shown: "dialog [role=option]",
    },
  ],
  command: docsCommand,
};

/** The whole description on one page. */
export const ownWholeReference: Renderer = {
  name: "its whole reference",
  page: "reference/",
  command: docsCommand,
};

const redocly: Renderer = {
  name: "redocly build-docs",
  package: "@redocly/cli",
  page: "",
  command: (description, folder) => [
    packageFile("@redocly/cli", "bin/cli.js"),
    ...["build-docs", description, "--output", join(folder, "index.html"), "--inlineBundle"],
  ],
};

const scalar: Renderer = {
  name: "Scalar",
  package: "@scalar/api-reference",
  page: "",
  files: inTheBrowser(
    ["@scalar/api-reference", "dist/browser/standalone.js"],
    `<script id="api-reference" data-url="openapi.json"></script><script src="standalone.js"></script>`,
  ),
};

const swaggerUi: Renderer = {
  name: "Swagger UI",
  package: "swagger-ui-dist",
  page: "",
  files(folder) {
    copy("swagger-ui-dist", "swagger-ui.css", folder);
    inTheBrowser(
      ["swagger-ui-dist", "swagger-ui-bundle.js"],
      `<link rel="stylesheet" href="swagger-ui.css"><div id="swagger-ui"></div><script src="swagger-ui-bundle.js"></script>` +
        `<script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#swagger-ui", docExpansion: "full" })</script>`,
    )(folder);
  },
};

const rapiDoc: Renderer = {
  name: "RapiDoc",
  package: "rapidoc",
  page: "",
  files: inTheBrowser(
    ["rapidoc", "dist/rapidoc-min.js"],
    `<script type="module" src="rapidoc-min.js"></script><rapi-doc spec-url="openapi.json"></rapi-doc>`,
  ),
};

/** In the order of the tables. */
export const renderers: readonly Renderer[] = [
  redocly,
  scalar,
  swaggerUi,
  rapiDoc,
  ownDocs,
  ownWholeReference,
];

function firstOperationPage(): string {
  const [first] = locatedOperations(readOwnDescription());
  const { operationId = "", tags = [] } = (first?.operation ?? {}) as {
    operationId?: string;
    tags?: string[];
  };
  return [tags[0] ?? "", operationId].map((name) => `${kebabCase(name)}/`).join("");
}

function kebabCase(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

/** A page as a renderer's documentation has it, with its script beside it instead of on a network. */
function inTheBrowser([name, file]: readonly [string, string], body: string) {
  return (folder: string): void => {
    copy(name, file, folder);
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API</title>`;
    writeFileSync(
      join(folder, "index.html"),
      `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>\n`,
    );
  };
}

function copy(name: string, file: string, folder: string): void {
  copyFileSync(packageFile(name, file), join(folder, basename(file)));
}
