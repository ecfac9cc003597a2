/** What the story changes in the description. Everything that it expects of the client, the docs and the sandbox follows from these. */

import type { Edit } from "../../support/edit-description.ts";

/** A response field that is new, with a value for each documented visitor. No API will have one of this name. */
export const field = { name: "test_nickname", description: "What friends call the visitor.", value: "Gaz" };

/** An operation that is new, with a schema and an example of its own. */
export const operation = {
  id: "greetInTest",
  folder: "visitors/greet-in-test",
  summary: "Greet a visitor in a test",
  parameter: { name: "loudly", description: "Whether everybody hears it." },
  answer: { text: "Hello, Gaz" },
};

/** A response field that there is, which is deprecated at first and then removed. */
export const obsolete = "utm_term";

const visitorProperties = ["components", "schemas", "Visitor", "properties"];
const visitorExamples = ["VisitorUpdatedById", "VisitorUpdatedByUserId"].map((name) => [
  "components",
  "examples",
  name,
  "value",
]);

export const addField: Edit = (description) => {
  description.setIn([...visitorProperties, field.name], {
    type: "string",
    description: field.description,
    example: field.value,
  });
  for (const example of visitorExamples) description.setIn([...example, field.name], field.value);
};

export const addOperation: Edit = (description) => {
  const { id, summary, parameter, answer } = operation;
  const reference = (to: string) => ({ $ref: `#/components/${to}` });
  description.setIn(["paths", "/visitors/{id}/test-greeting"], {
    summary: "A greeting",
    description: "What a visitor is greeted with.",
    post: {
      operationId: id,
      summary,
      description: "Says hello in the Messenger.",
      tags: ["Visitors"],
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          description: "The visitor to greet.",
          schema: { type: "string", example: "660e73c36abd01bd27af623d" },
        },
        {
          name: parameter.name,
          in: "query",
          description: parameter.description,
          schema: { type: "boolean", example: true },
        },
      ],
      responses: {
        200: {
          description: "What was said",
          content: {
            "application/json": {
              schema: reference("schemas/TestGreeting"),
              examples: { greeted: reference("examples/GreetedInTest") },
            },
          },
        },
        401: reference("responses/Unauthorized"),
        default: reference("responses/UnexpectedError"),
      },
    },
  });
  description.setIn(["components", "schemas", "TestGreeting"], {
    title: "Test greeting",
    description: "A greeting of a visitor.",
    type: "object",
    required: ["text"],
    properties: { text: { type: "string", description: "Its words.", example: answer.text } },
  });
  description.setIn(["components", "examples", "GreetedInTest"], {
    summary: "A greeting",
    description: "The words of the greeting.",
    value: answer,
  });
};

export const deprecateField: Edit = (description) => {
  description.setIn([...visitorProperties, obsolete, "deprecated"], true);
};

export const removeField: Edit = (description) => {
  for (const place of [visitorProperties, ...visitorExamples]) {
    if (!description.deleteIn([...place, obsolete])) throw new Error(`${place.join(".")} has no ${obsolete}`);
  }
};
