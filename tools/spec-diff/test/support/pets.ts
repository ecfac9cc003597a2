/** A part of a description, laid over the rest. Lists are replaced, and null removes. */
export type Patch = Readonly<Record<string, unknown>>;

const pet: Patch = { type: "object", properties: { name: { type: "string" } } };

const pets: Patch = {
  info: { title: "Pets", version: "1" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets/{id}": {
      put: {
        operationId: "putPet",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 200: { description: "The pet" } },
      },
    },
  },
};

/** The description of one operation, `putPet`, with patches. */
export function describePets(openapi: string, ...patches: readonly Patch[]): Patch {
  return structuredClone(patches.reduce(merge, { openapi, ...pets }));
}

export function merge(base: Patch, patch: Patch): Patch {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const own = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isPatch(own) && isPatch(value) ? merge(own, value) : value;
  }
  return merged;
}

function isPatch(value: unknown): value is Patch {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function operation(patch: Patch): Patch {
  return { paths: { "/pets/{id}": { put: patch } } };
}

/** Parameters beside the one of the path. */
export function parameters(...list: readonly Patch[]): Patch {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  return operation({ parameters: [id, ...list] });
}

export function requestBody(patch: Patch): Patch {
  return operation({ requestBody: patch });
}

export function responses(patch: Patch): Patch {
  return operation({ responses: patch });
}

/** What `content` is of a body of JSON. */
export function json(schema: unknown = pet): Patch {
  return { "application/json": { schema } };
}

/** A body that is given with a request. */
export function given(schema?: unknown): Patch {
  return requestBody({ required: true, content: json(schema) });
}

/** A body that is answered. */
export function answered(schema?: unknown): Patch {
  return responses({ 200: { content: json(schema) } });
}

export function components(schemas: Patch): Patch {
  return { components: { schemas } };
}

/** An object with one property that is always there. */
export function holding(value: unknown): Patch {
  return { type: "object", required: ["value"], properties: { value } };
}

export { pet };
