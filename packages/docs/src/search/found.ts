import { guidesFolder } from "../guides/guide.ts";
import { kebabCase } from "../kebab-case.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { Field, OperationDocument, SchemaDocument } from "../reference/document.ts";
import type { Site } from "../site/site.ts";
import type { Found } from "./index-options.ts";

/** More would make the index too large to load while a reader types. */
const most = 6_000;

/** All that can be found in a site. */
export function foundIn({ reference, guides }: Site): Found[] {
  const operations = reference.tags.flatMap((tag) => tag.operations);
  const found = [
    ...operations.flatMap(operationFound),
    ...guides.flatMap(guideFound),
    ...operations.flatMap(fieldsFound),
  ];
  return found.slice(0, most).map((one, id) => ({ ...one, id }));
}

type Unnumbered = Omit<Found, "id">;

function operationFound({
  title,
  method,
  path,
  folder,
  summary,
  responses,
}: OperationDocument): Unnumbered[] {
  return [
    {
      kind: "operation",
      title,
      text: `${method} ${path} ${summary}`,
      place: `${method} ${path}`,
      path: `${folder}/`,
    },
    ...responses.map(
      (response): Unnumbered => ({
        kind: "response",
        title: `${response.status} ${response.title}`.trim(),
        text: plainText(response.description?.text)?.slice(0, 200) ?? "",
        place: title,
        path: hashed(folder, response.anchor),
      }),
    ),
  ];
}

function guideFound({ name, title, markdown }: Site["guides"][number]): Unnumbered[] {
  const [introduction = "", ...sections] = markdown.split(/^## /m);
  const path = `${guidesFolder}/${name}/`;
  return [
    { kind: "guide", title, text: short(introduction), place: "Guide", path },
    ...sections.map((section): Unnumbered => {
      const [heading = "", ...rest] = section.split("\n");
      const name = plainText(heading) ?? title;
      const text = short(rest.join("\n"));
      return { kind: "guide", title: name, text, place: title, path: `${path}#${kebabCase(name)}` };
    }),
  ];
}

function short(markdown: string): string {
  return plainText(markdown)?.slice(0, 1_500) ?? "";
}

function fieldsFound({
  title,
  folder,
  parameters,
  body,
  responses,
  schemas,
}: OperationDocument): Unnumbered[] {
  const fields: Unnumbered[] = [];
  const add = (list: readonly Field[], place: string): void => {
    for (const { anchor, name, kind, schema } of list) {
      if (kind === "name") {
        const text = plainText(schema.description?.text)?.slice(0, 200) ?? "";
        fields.push({ kind: "field", title: name, text, place, path: hashed(folder, anchor) });
      }
      inside(schema, `${place} › ${name}`);
    }
  };
  const inside = (schema: SchemaDocument, place: string): void => {
    add(schema.fields, place);
    for (const { options } of schema.choices) {
      for (const [index, option] of options.entries()) {
        // The first of several has what most of them have.
        if (index === 0 || option.schema.fields.length < 30) inside(option.schema, place);
      }
    }
  };
  for (const group of parameters) add(group.fields, `${title} › ${group.title}`);
  for (const { schema } of body?.contents ?? []) if (schema) inside(schema, `${title} › Body`);
  for (const { status, headers, contents } of responses) {
    add(headers, `${title} › ${status} headers`);
    for (const { schema } of contents) if (schema) inside(schema, `${title} › ${status}`);
  }
  for (const shared of schemas) inside(shared.schema, `${title} › ${shared.title}`);
  return withoutRepeats(fields);
}

/** Alternatives of a body often have the same properties: they are found once. */
function withoutRepeats(fields: readonly Unnumbered[]): Unnumbered[] {
  return [
    ...new Map(
      fields.map((field) => [`${field.place} ${field.title} ${field.text}`, field] as const).reverse(),
    ).values(),
  ].reverse();
}

function hashed(folder: string | undefined, anchor: string): string {
  return `${folder}/#${encodeURIComponent(anchor)}`;
}
