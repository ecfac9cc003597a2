/** A small description, for the tests that are about what is done with one rather than what is in it. */
export const pets = `openapi: 3.1.0
info:
  title: Pets
  version: "1.0"
servers:
  - url: https://pets.example
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: Get a pet
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string }
      responses:
        "200":
          description: The pet
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Pet"
        "404":
          description: No such pet
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        name: { type: string }
`;

/** The names of the files that the generator makes of any description. */
export const generatedNames = [
  "client.ts",
  "components.ts",
  "errors.ts",
  "index.ts",
  "operations.ts",
  "schemas.ts",
  "types.ts",
];
