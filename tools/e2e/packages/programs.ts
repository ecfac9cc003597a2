import { exampleCall, exampleOptions } from "@visitors-api/codegen/example-call";
import { description, model } from "../support/description.ts";

const [operation] = description.operations;
if (operation === undefined) throw new Error("The description has no operation");
const { method, input, options } = exampleCall(description, model, operation);
const [clientOptions, call] = [
  JSON.stringify(exampleOptions(model)),
  `client.${method}(${JSON.stringify(input)}, ${JSON.stringify(options)})`,
];

/** What is compiled: every entry, used as the README does, with the first operation that there is. */
export const typedProgram = `import { createClient, isApiError } from "@visitors-api/client";
import { onDeprecation } from "@visitors-api/client/deprecation";
import { operationSchemas, validate } from "@visitors-api/client/schemas";

const client = createClient({ ...${clientOptions}, retries: { limit: 1 } });
client.use(validate("both"), onDeprecation(({ sunset }) => console.log(sunset?.length)));

/** Types that are missing are \`any\`, which everything would be. */
type IsAny<T> = 0 extends 1 & T ? true : false;

export async function program(): Promise<void> {
  operationSchemas.${method}.input["~standard"].validate({});
  const { data, requestId } = await ${call}.withResponse();
  requestId satisfies string | undefined;
  const isAny: IsAny<typeof data> = false;
  void isAny;
}
export const is = (error: unknown): boolean => isApiError(error, "${method}");
`;

/** A test of Jest's in a project that has the package. */
export const jestTest = `const { ApiError, createClient } = require("@visitors-api/client");
const { onDeprecation } = require("@visitors-api/client/deprecation");
const { operationSchemas, validate } = require("@visitors-api/client/schemas");

test("a call", async () => {
  const answers = [Response.json({}), new Response(null, { status: 404 })];
  const client = createClient({ ...${clientOptions}, fetch: async () => answers.shift() });
  client.use(validate("requests"), onDeprecation(() => {}));
  expect((await ${call}.withResponse()).response.status).toBe(200);
  await expect(${call}).rejects.toBeInstanceOf(ApiError);
  expect(operationSchemas.${method}.input["~standard"].validate(null).issues).toHaveLength(1);
});
`;
