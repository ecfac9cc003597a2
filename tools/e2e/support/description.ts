import description from "@visitors-api/spec" with { type: "json" };

interface Reference {
  readonly $ref?: string;
}

type Examples = Readonly<Record<string, Reference & { readonly value?: unknown }>>;

interface Media {
  readonly schema?: object;
  readonly examples?: Examples;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly (Reference &
    Omit<DescribedParameter, "schema"> & { readonly schema: object })[];
  readonly security?: readonly object[];
  readonly requestBody?: Reference & { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, Reference & { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: object;
}

/** What the description says of a body, by media type. */
export type DescribedContent = Readonly<Record<string, Media>>;

export interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DescribedParameter[];
  /** Whether a credential is needed. */
  readonly isSecured: boolean;
  readonly requestContent: DescribedContent;
  /** By status, a range or `default`. */
  readonly responseContents: Readonly<Record<string, DescribedContent>>;
  /** Documented bodies by the name of their example. */
  readonly requests: Readonly<Record<string, unknown>>;
  /** The same, by status. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The operations of the description, and what it gives as examples for them. */
export function describedOperations(): DescribedOperation[] {
  const paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> = description.paths;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, value]) => {
      if (!isOperation(value)) return [];
      const shared = Array.isArray(item["parameters"]) ? item["parameters"] : [];
      const security = value.security ?? description.security;
      const requestContent = value.requestBody ? dereference(value.requestBody).content : {};
      const responseContents = Object.fromEntries(
        Object.entries(value.responses).map(([status, response]) => {
          return [status, dereference(response).content ?? {}] as const;
        }),
      );
      return [
        {
          name: value.operationId,
          method: method.toUpperCase(),
          path,
          parameters: [...shared, ...(value.parameters ?? [])].map(dereference).map(withExample),
          isSecured: security.length > 0 && security.every((schemes) => Object.keys(schemes).length > 0),
          requestContent,
          responseContents,
          requests: examples(requestContent),
          responses: Object.fromEntries(
            Object.entries(responseContents).map(([status, content]) => [status, examples(content)]),
          ),
        },
      ];
    }),
  );
}

/** What an operation says of the body that it answers a status with. */
export function responseContent({ responseContents }: DescribedOperation, status: number): DescribedContent {
  const range = `${Math.floor(status / 100)}XX`;
  return responseContents[status] ?? responseContents[range] ?? responseContents["default"] ?? {};
}

/** Follows a reference into the description, if it is one. */
export function dereference<T extends object>(node: T): T {
  if (!("$ref" in node) || typeof node.$ref !== "string") return node;
  const keys = node.$ref
    .slice(2)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  // The bundle has no reference that leads nowhere; its own tests see to that.
  const target = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description) as T;
  return dereference(target);
}

/** A parameter with an example, wherever that stands. */
function withExample(parameter: DescribedParameter & { readonly examples?: Examples }): DescribedParameter {
  const [named] = Object.values(parameter.examples ?? {});
  const { example: ofSchema }: { readonly example?: unknown } = dereference(parameter.schema);
  return { ...parameter, example: parameter.example ?? (named && dereference(named).value) ?? ofSchema };
}

function isOperation(value: unknown): value is Described {
  return typeof value === "object" && value !== null && "operationId" in value;
}

function examples(content: DescribedContent): Record<string, unknown> {
  const named = Object.values(content).flatMap((media) => Object.entries(media.examples ?? {}));
  return Object.fromEntries(named.map(([name, example]) => [name, dereference(example).value]));
}
