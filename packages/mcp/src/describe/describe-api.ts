import { readFile } from "node:fs/promises";
import { buildModel } from "@visitors-api/codegen";
import { baseUrlVariable, variablesOf } from "@visitors-api/docs/credentials";
import { markdownPages } from "@visitors-api/docs/markdown";
import { readSite } from "@visitors-api/docs/read-site";
import { objectOrEmpty, readDescription } from "@visitors-api/openapi";
import { parse } from "yaml";
import type { Api, ApiResource } from "../api.ts";
import { toolsOf } from "./tools.ts";
import { workflowsOf } from "./workflows.ts";

export interface ApiSources {
  /** Bundled OpenAPI description, a file of JSON. */
  readonly description: string;
  /** Arazzo files, YAML. */
  readonly workflows?: readonly string[];
  /** Folder of guides, Markdown files. Default: no guides. */
  readonly guides?: string | undefined;
  /** Folder of the descriptions of earlier versions, `<version>/openapi.json`. Default: there are none. */
  readonly releases?: string | undefined;
}

export interface DescribedApi {
  readonly api: Api;
  /** The texts of its resources, by the names of their files. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The documents are addressed as files of a site without a host: links from one to another lead to what the server has, and what has
 * it here has it in the docs too.
 */
const address = { url: "docs:///", base: "/" };

/** Makes all that the server knows of an API. */
export async function describeApi({ workflows = [], ...sources }: ApiSources): Promise<DescribedApi> {
  const document = JSON.parse(await readFile(sources.description, "utf8"));
  const description = readDescription(document);
  const { title, version } = description;
  const tools = toolsOf(description);
  const arazzo = await Promise.all(workflows.map(async (file) => parse(await readFile(file, "utf8"))));
  const documents = await documentsOf(sources, title);
  return {
    files: new Map(documents.map(({ resource, text }) => [resource.file, text])),
    api: {
      title,
      version,
      credentials: buildModel(description).securitySchemes.map((scheme) => ({
        option: scheme.option,
        kind: scheme.kind,
        variables: variablesOf(scheme, title),
      })),
      baseUrlVariable: baseUrlVariable({ title }),
      operations: tools.map(({ tool }) => tool),
      resources: documents.map(({ resource }) => resource),
      workflows: arazzo.flatMap((file) => workflowsOf(objectOrEmpty(file), tools)),
    },
  };
}

interface Document {
  readonly resource: ApiResource;
  readonly text: string;
}

async function documentsOf(sources: Omit<ApiSources, "workflows">, title: string): Promise<Document[]> {
  const site = await readSite(sources);
  const pages = markdownPages(site, address).map((page) =>
    documentOf({ ...page, description: page.summary, mediaType: "text/markdown", text: page.markdown() }),
  );
  const description = documentOf({
    path: "openapi.json",
    title: `${title}: the OpenAPI description`,
    description: "The OpenAPI description, which everything here is made of.",
    mediaType: "application/json",
    text: site.files.json,
  });
  return [...pages, description];
}

function documentOf({
  path,
  title,
  description,
  mediaType,
  text,
}: Pick<ApiResource, "title" | "description" | "mediaType"> & {
  readonly path: string;
  readonly text: string;
}): Document {
  const size = Buffer.byteLength(text);
  return {
    resource: { uri: address.url + path, name: path, title, description, mediaType, size, file: path },
    text,
  };
}
