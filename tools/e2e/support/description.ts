import description from "@visitors-api/spec" with { type: "json" };

interface Media {
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}

interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
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
      const responses = Object.entries(value.responses).map(([status, response]) => {
        const { content = {} } = dereference(response);
        return [status, examples(content)] as const;
      });
      return [
        {
          name: value.operationId,
          method: method.toUpperCase(),
          path,
          requests: examples(value.requestBody?.content ?? {}),
          responses: Object.fromEntries(responses),
        },
      ];
    }),
  );
}

function isOperation(value: unknown): value is Described {
  return typeof value === "object" && value !== null && "operationId" in value;
}

function examples(content: Readonly<Record<string, Media>>): Record<string, unknown> {
  const named = Object.values(content).flatMap((media) => Object.entries(media.examples ?? {}));
  return Object.fromEntries(named.map(([name, example]) => [name, dereference(example).value]));
}

function dereference<T extends { readonly $ref?: string }>(node: T): T {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.slice(2).split("/");
  // The bundle has no reference that leads nowhere; its own tests see to that.
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description) as T;
}
