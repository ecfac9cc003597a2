import type { Check } from "../check.ts";
import { expect, expectEqual, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, visitor, visitorsClient } from "../visitors.ts";

export const validation: Readonly<Record<string, Check>> = {
  async "a validator takes what is described, and says where something is not"({ schemas }) {
    const { validate } = schemas.updateVisitorInput["~standard"];
    const wrong = await validate({ ...request, custom_attributes: { stage: ["invited"] } });

    expectEqual((await validate(request)).issues, undefined, "the issues of a described input");
    expectEqual(
      wrong.issues?.map(({ path }) => path?.join(".")),
      ["custom_attributes.stage"],
      "where the issues of another one are",
    );
  },

  async "a validating client does not send a request that is not as described"(context) {
    const api = await scriptedApi(context, success);
    const client = visitorsClient(context, api);
    client.use(context.schemas.validate("both"));

    expectEqual(await client.updateVisitor(request), visitor, "the answer to a described request");
    const wrong = client.updateVisitor({ ...request, name: JSON.parse("7") });
    const { operation, what } = await rejection(wrong, context.schemas.ValidationError);

    expectEqual({ operation, what }, { operation: "updateVisitor", what: "request" }, "the error");
    expectEqual((await api.requests()).length, 1, "the number of requests");
  },

  async "a validating client does not return an answer that is not as described"(context) {
    const api = await scriptedApi(context, { body: { ...visitor, anonymous: "no" } });
    const client = visitorsClient(context, api);
    client.use(context.schemas.validate("responses"));

    const error = await rejection(client.updateVisitor(request), context.schemas.ValidationError);

    expectEqual([error.what, error.status], ["response", 200], "what the error is about");
    expect(error.message.includes("anonymous"), `the message names the property: ${error.message}`);
  },
};
