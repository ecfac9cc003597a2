/** What users of the client write, with what is edited. */

import { field, obsolete, operation } from "./description-edits.ts";

/** Each of the others goes on where this one ends. */
export const program = `import { createClient } from "@visitors-api/client";

const { INTERCOM_ACCESS_TOKEN: token, INTERCOM_BASE_URL: baseUrl } = process.env;
const client = createClient({ token, baseUrl });

const id = "660e73c36abd01bd27af623d";
const visitor = await client.updateVisitor({ id, name: "Gareth Bale" });
`;

const printsField = `const friendly: string | undefined = visitor.${field.name};
console.log(friendly);
`;

const printsAnswer = `const answer: { text: string } = await client.${operation.id}({ id, ${operation.parameter.name}: true });
console.log(answer.text);
`;

export const findsObsolete = `console.log("${obsolete}" in visitor);
`;

/** What the maintainer puts into the client's README. */
export const quickStart = program + printsField + printsAnswer;

/** Compiles only when the field is no longer described. */
export const missesObsolete = `// @ts-expect-error It is no longer described.
visitor.${obsolete};
`;
