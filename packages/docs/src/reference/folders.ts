import type { Description, Operation } from "@visitors-api/openapi";
import { kebabCase } from "../kebab-case.ts";

/** Folders of the site that are no tag's. */
const taken = ["assets", "guides", "reference", "versions", "operations"];

/** The folders of the pages of tags and operations. They are made of names, readable, unique and safe. */
export type Folders = {
  readonly ofTag: (name: string | undefined) => string;
  readonly ofOperation: (operation: Operation) => string;
};

/** @param tags the names of all tags; operations without a tag are under `operations`. */
export function foldersOf({ operations }: Description, tags: readonly string[]): Folders {
  const used = new Set(taken);
  const ofTags = new Map(
    tags.map((name) => {
      const slug = kebabCase(name).slice(0, 100) || "tag";
      return [name, unique(used.has(slug) ? `tag-${slug}` : slug, used)];
    }),
  );
  const ofTag = (name: string | undefined): string => ofTags.get(name ?? "") ?? "operations";
  const names = new Set<string>();
  const ofOperations = new Map(
    operations.map((operation) => [
      keyOf(operation),
      `${ofTag(operation.tags[0])}/${unique(nameOf(operation), names)}`,
    ]),
  );
  return { ofTag, ofOperation: (operation) => ofOperations.get(keyOf(operation)) ?? "" };
}

function keyOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function nameOf({ id = "", summary, method, path }: Operation): string {
  const name = [id, summary, `${method} ${path}`].map(kebabCase).find((slug) => slug !== "");
  return name?.slice(0, 100) ?? "operation";
}

function unique(name: string, used: Set<string>): string {
  let candidate = name;
  for (let count = 2; used.has(candidate); count += 1) candidate = `${name}-${count}`;
  used.add(candidate);
  return candidate;
}
