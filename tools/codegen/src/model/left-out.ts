import type { Notice } from "@visitors-api/openapi";
import type { Operation } from "./model.ts";

/** What a description says of an operation and its method cannot do, and what can. */
export function findLeftOut(operation: Operation): Notice[] {
  const { name, method, pointer, input } = operation;
  const verb = `The client's ${method.toUpperCase()}`;
  const hidden = input.hidden.map(
    ({ place, name: parameter }) =>
      `The ${place} parameter \`${parameter}\` is no input of the method ${name}, where that name is taken. ${verb} takes it.`,
  );
  const cookies = input.cookies.map(
    (cookie) =>
      `The cookie parameter \`${cookie}\` of the method ${name} cannot be sent from a browser, whose \`fetch\` forbids that header.`,
  );
  return [...hidden, ...cookies, ...findUnsendable(operation)].map((message) => ({ message, pointer }));
}

/** What the platform's `fetch` refuses (Fetch standard § 2.2.1 and § 5.4). */
function findUnsendable({ name, method, input }: Operation): string[] {
  const what = `${method.toUpperCase()} of the method ${name}`;
  if (method === "trace") return [`The ${what} cannot be sent: \`fetch\` forbids that method.`];
  const hasBody = input.body !== undefined && (method === "get" || method === "head");
  return hasBody ? [`The body of ${what} cannot be sent: \`fetch\` forbids one with that method.`] : [];
}
