import { parseArgs } from "node:util";
import { UsageError } from "@visitors-api/machine/usage-error";

export interface Arguments {
  /** The path of a description, or its URL. */
  readonly source: string;
  /** What binaries, the workspace and this API's own folders are called: `todo`. */
  readonly name: string;
  /** What the names of all packages begin with: `@todo-api`. */
  readonly scope: string;
  /** Whether what the rules and the generator do not like is let through, and told. */
  readonly lenient: boolean;
  /** Whether a description in several files becomes one. */
  readonly bundle: boolean;
  /** Whether nobody is asked. */
  readonly yes: boolean;
}

export const usage = `Usage: npm run adopt -- <description> --name <name> [--scope @<scope>] [--bundle] [--lenient] [--yes]

Makes of this clone the monorepo of another API: the description takes the place of spec/openapi.yaml, the packages get its
names, what is about the old API alone goes, and what is generated or written about an API is generated and written anew. It
says what it will do, asks, and ends with a commit on the branch that is checked out, or with nothing changed.

  <description>      An OpenAPI 3.0 or 3.1 description: a file, or an http or https URL.
  --name <name>      What the API is called where a name has no spaces: todo gives todo-sandbox, todo.arazzo.yaml, src/todo/.
  --scope @<scope>   The scope of the packages. Default: @<name>-api.
  --bundle           Makes one file of a description that is in several. They stay as they are otherwise, where all of them are in
                     the folder of the first.
  --lenient          Starts with a description that breaks rules: what is found goes into spec/.redocly.lint-ignore.yaml, and
                     mistakes with one sensible reading are read so.
  --yes              Does not ask.
  --help             Prints this.

Exit codes: 0 adopted, or help was asked for; 1 the description cannot be adopted, or somebody said no; 2 wrong arguments, or a
work tree that is not clean. Other than with 0, everything is as it was.`;

/**
 * @returns undefined when help is asked for.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [source, ...others] = positionals;
  if (source === undefined) throw new UsageError("Which description? Name a file, or a URL.");
  if (others.length > 0)
    throw new UsageError(`One description at a time; there is also ${others.join(", ")}.`);
  const { name } = values;
  if (name === undefined) throw new UsageError("--name is missing: what the API is called, such as todo.");
  // It becomes part of file names, of commands and of names of npm packages.
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new UsageError(
      `--name takes up to 40 of a-z, 0-9 and single hyphens, a letter first, not "${name}".`,
    );
  }
  const scope = values.scope ?? `@${name}-api`;
  if (!/^@[a-z0-9][a-z0-9._-]*$/.test(scope) || scope.length > 100) {
    throw new UsageError(
      `--scope takes an @ and a name in small letters, such as @${name}-api, not "${scope}".`,
    );
  }
  return { source, name, scope, lenient: values.lenient, bundle: values.bundle, yes: values.yes };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        scope: { type: "string" },
        bundle: { type: "boolean", default: false },
        lenient: { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
