import type { OperationEntry } from "./description.ts";

type Values = Record<string, unknown>;

/** Where each property of a method's flat input goes in the request. */
export interface RequestParts {
  readonly params: { readonly path: Values; readonly query: Values; readonly cookie: Values };
  readonly body: unknown;
}

export function splitInput(entry: OperationEntry, input: Values = {}): RequestParts {
  const { path, body: mediaType, grouped, optional, query = [], cookies = [] } = entry;
  // Without a prototype, `__proto__` is a property like any other.
  const parts = { path: values(), query: values(), cookie: values(), body: values() };
  for (const [name, value] of Object.entries(input)) {
    if (path.includes(`{${name}}`)) parts.path[name] = value;
    else if (cookies.includes(name)) parts.cookie[name] = value;
    else if (!mediaType || query.includes(name)) parts.query[name] = value;
    else parts.body[name] = value;
  }

  const { body, ...params } = parts;
  if (grouped) return { params, body: body["body"] };
  const hasBody = mediaType && !(optional && Object.keys(body).length === 0);
  return { params, body: hasBody ? body : undefined };
}

function values(): Values {
  return Object.create(null);
}
