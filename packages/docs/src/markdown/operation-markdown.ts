import type { LinkDocument, OperationDocument, ServerDocument } from "../reference/document.ts";
import { factsMarkdown, headingMarkdown, inlineMarkdown, itemMarkdown, textMarkdown } from "./layout.ts";
import { codeSpan, escaped, fenced, linkTarget } from "./markdown-text.ts";
import { type Context, contentMarkdown, fieldsMarkdown, schemaMarkdown } from "./schema-markdown.ts";

/**
 * Everything about an operation as Markdown: CommonMark that reads well as it is.
 *
 * @param context level of its heading.
 */
export function operationMarkdown(operation: OperationDocument, { level, address }: Context): string[] {
  const context = { level, address };
  const inner = { level: level + 1, address };
  const { title, method, url, path, kind, id, deprecated, description, pathItem, facts, authentication } =
    operation;
  const { servers, parameters, body, responses, samples, callbacks, schemas } = operation;
  const line =
    kind === "webhook" ? `${method} to your server: webhook ${codeSpan(path)}` : codeSpan(`${method} ${url}`);
  return [
    headingMarkdown(level, escaped(title)),
    [
      line,
      ...(id === undefined ? [] : [`operation ${codeSpan(id)}`]),
      ...(deprecated === undefined ? [] : [`(${deprecated})`]),
    ].join(" "),
    ...textMarkdown(description, context),
    ...(pathItem === undefined ? [] : [`${codeSpan(path)}: ${escaped(pathItem.title)}`]),
    ...textMarkdown(pathItem?.description, context),
    ...(facts.length === 0 ? [] : [factsMarkdown(facts)]),
    `Authentication: ${authentication.length === 0 ? "none" : inlineMarkdown(authentication)}`,
    ...(servers.length === 0 ? [] : ["Servers of this operation:", serversMarkdown(servers)]),
    ...parameters.flatMap(({ title, fields }) => [
      headingMarkdown(level + 1, title),
      ...fieldsMarkdown(fields, inner),
    ]),
    ...(body === undefined
      ? []
      : [
          headingMarkdown(level + 1, `Request body${body.required ? " (required)" : ""}`),
          ...textMarkdown(body.description, inner),
          ...body.contents.flatMap((content) => contentMarkdown(content, inner)),
        ]),
    ...(samples.sources.length === 0 ? [] : [headingMarkdown(level + 1, "Request samples")]),
    ...samples.sources.flatMap(({ language, example, source }) => {
      const { label = "", lang = "" } = samples.languages[language] ?? {};
      return [
        `${escaped([label, samples.examples[example]].filter(Boolean).join(", "))}:`,
        fenced(source, lang),
      ];
    }),
    ...(responses.length === 0 ? [] : [headingMarkdown(level + 1, "Responses")]),
    ...responses.flatMap(({ status, title, description, headers, contents, links }) => [
      headingMarkdown(level + 2, `${codeSpan(status)} ${escaped(title)}`.trim()),
      ...textMarkdown(description, { level: level + 2, address }),
      ...(headers.length === 0 ? [] : ["Headers:", ...fieldsMarkdown(headers, inner)]),
      ...contents.flatMap((content) => contentMarkdown(content, { level: level + 2, address })),
      ...(links.length === 0 ? [] : ["Links:", linksMarkdown(links, inner)]),
    ]),
    ...(schemas.length === 0 ? [] : [headingMarkdown(level + 1, "Schemas")]),
    ...schemas.flatMap(({ title, schema }) => [
      headingMarkdown(level + 2, escaped(title)),
      ...schemaMarkdown(schema, { level: level + 2, address }),
    ]),
    ...callbacks.flatMap((callback) => operationMarkdown(callback, inner)),
  ];
}

function linksMarkdown(links: readonly LinkDocument[], context: Context): string {
  return links
    .map(({ name, title, folder, description, facts }) => {
      const target = `${context.address.url}${folder}/index.md`;
      const to = folder === undefined ? escaped(title) : `[${escaped(title)}](${linkTarget(target)})`;
      const about = facts.length === 0 ? [] : [factsMarkdown(facts)];
      return itemMarkdown(`${codeSpan(name)} leads to ${to}`, [
        ...textMarkdown(description, context),
        ...about,
      ]);
    })
    .join("\n");
}

export function serversMarkdown(servers: readonly ServerDocument[]): string {
  return servers
    .map(({ url, description, variables }) =>
      itemMarkdown([codeSpan(url), escaped(description)].join(" ").trim(), variables.map(inlineMarkdown)),
    )
    .join("\n");
}
