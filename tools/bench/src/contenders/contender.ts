import type { Call, Task } from "../description/call.ts";

/** Something to compare, as data: how it is installed and generated, and what a page that uses it looks like. */
export interface Contender {
  readonly name: string;
  /** Whose version the results name; none for what the platform has. */
  readonly package?: string;
  /** It repeats a call that failed, and gives up one that takes too long: part of what its bytes and microseconds buy. */
  readonly isResilient: boolean;
  /** The package that a program which uses it installs. Generated sources may need none. */
  readonly installs?: Installed;
  readonly generator?: Generator;
  readonly page: PageParts;
}

export type Installed =
  | { readonly from: "registry"; readonly package: string }
  | { readonly from: "folder"; readonly folder: string };

export interface Generator {
  /** As the results call it. */
  readonly name: string;
  /** Whose version the results name. */
  readonly package?: string;
  /** The script and its arguments, as Node takes them. Whatever is generated goes into the folder `output`. */
  command(description: string, output: string): readonly string[];
  /** A file that the command reads, where there is no option for what it must be told. */
  readonly configuration?: {
    readonly name: string;
    text(description: string, output: string): string;
  };
}

/** TypeScript sources that a page is put together from. */
export interface PageParts {
  /** The published package that the page imports, for clients that need not be generated. */
  readonly published?: string;
  /**
   * Imports, and the making of the client.
   *
   * @param from The published package, or the folder of the generated sources.
   */
  setup(task: Task, from: string): string;
  /** An expression of the promise of a call's result. */
  call(call: Call, task: Task): string;
  /** An expression of a property of the response's body. */
  read(result: string, property: string): string;
}

/** It has to look like one, and to be the same for all. */
export const token = "dG9rOjFkYmE3ZGQ0X2M2M2E";

/** A value as an expression. */
export function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** The names of the operations that a page calls, as an import's list. */
export function importedNames({ calls }: Task): string {
  return calls.map(({ operationId }) => operationId).join(", ");
}

/** An object literal of those parts that there are. */
export function objectOf(parts: Readonly<Record<string, object | undefined>>): string {
  const given = Object.entries(parts).filter(([, part]) => part && Object.keys(part).length > 0);
  return given.length === 0
    ? ""
    : `{ ${given.map(([name, part]) => `${name}: ${literal(part)}`).join(", ")} }`;
}
