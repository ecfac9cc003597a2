import { UsageError } from "@visitors-api/machine/usage-error";

/** Which description is served. */
export interface DescriptionSource {
  /** The path of a file, or a URL on this machine. */
  readonly location: string;
  /** Whether mistakes that have one sensible reading are read so, and told as warnings. */
  readonly lenient: boolean;
  /** Whether it is read again when a file that it is made of changes. */
  readonly watch: boolean;
}

/** The flags, as `parseArgs` takes them. */
export const DESCRIPTION_FLAGS = {
  description: { type: "string" },
  lenient: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
} as const;

export const DESCRIPTION_HELP = `\
  --description <file>    OpenAPI 3.0 or 3.1 description to serve, in YAML or JSON, in one file or many, or a URL on this
                          machine (default: the one that it was published with)
  --lenient               serve a description with mistakes that have one sensible reading, and warn of them
  --watch                 read the description again when one of its files changes
`;

interface DescriptionValues {
  readonly description?: string | undefined;
  readonly lenient: boolean;
  readonly watch: boolean;
}

/**
 * @returns undefined when none is named.
 * @throws UsageError
 */
export function readDescriptionSource({
  description: location,
  lenient,
  watch,
}: DescriptionValues): DescriptionSource | undefined {
  if (location === undefined) {
    if (lenient) throw new UsageError("--lenient goes with --description");
    if (watch) throw new UsageError("--watch goes with --description");
    return undefined;
  }
  if (location === "") throw new UsageError("--description takes a file, not an empty text");
  if (/^[a-z][a-z+.-]+:\/\//i.test(location)) {
    if (!isOnThisMachine(location)) {
      throw new UsageError(
        `--description takes a file, or a URL on this machine such as http://127.0.0.1:8080/openapi.json, not ${location}: save what is there to a file first`,
      );
    }
    if (watch) throw new UsageError("--watch goes with a description in files, and a URL tells of no change");
  }
  return { location, lenient, watch };
}

/** What others answer is nobody's on this machine to vouch for, and may be another thing each time. */
function isOnThisMachine(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  );
}
