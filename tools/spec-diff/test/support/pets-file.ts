/** The text of a description in which `listPets` answers this schema, written in YAML. */
export function petsFile(schema: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: The pets
          content:
            application/json:
              schema:
${schema.trim().replaceAll(/^/gm, "                ")}
`;
}

/** A release as the file that it is kept in. */
export function release(version: string, text: string): Readonly<Record<string, string>> {
  return { [`spec/releases/${version}/openapi.json`]: text };
}

export const named = petsFile(`
type: object
required: [name]
properties:
  name: { type: string }
`);

export const aged = petsFile(`
type: object
required: [name]
properties:
  name: { type: string }
  age: { type: integer }
`);

export const renamed = petsFile(`
type: object
required: [title]
properties:
  title: { type: string }
`);
