import type { OperationEntry, RequestParts, Values } from "./description.ts";

/** Sorts the properties of a method's flat input into the parts of its request. */
export function splitInput(entry: OperationEntry, input: Values): RequestParts {
  const { path, body, grouped, optional, query, cookies } = entry;
  // Without a prototype, `__proto__` is a property like any other.
  const part = (): Record<string, unknown> => Object.create(null);
  const params = { path: part(), query: part(), cookie: part() };
  const rest = part();
  for (const name of Object.keys(input)) {
    const inPath = path.includes(`{${name}}`);
    const inQuery = !body || query?.includes(name);
    const place = inPath
      ? params.path
      : cookies?.includes(name)
        ? params.cookie
        : inQuery
          ? params.query
          : rest;
    place[name] = input[name];
  }
  const hasBody = body && !(optional && Object.keys(rest).length === 0);
  return { params, body: grouped ? rest["body"] : hasBody ? rest : undefined };
}
