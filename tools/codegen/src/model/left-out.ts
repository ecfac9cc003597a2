import type { Operation } from "./model.ts";

/** What a description says of an operation and its method cannot do, and what can. */
export function findLeftOut({ name, method, input: { hidden, body } }: Operation): string[] {
  const verb = `The client's ${method.toUpperCase()}`;
  const parameters = hidden.map(
    ({ place, name: parameter }) =>
      `The ${place} parameter \`${parameter}\` is no input of the method ${name}, where that name is taken. ${verb} takes it.`,
  );
  const others = body?.otherMediaTypes ?? [];
  if (!body || others.length === 0) return parameters;
  const offered = others.map((mediaType) => `\`${mediaType}\``).join(", ");
  return [
    ...parameters,
    `The method ${name} sends \`${body.mediaType}\`, of what the description offers. ${verb} sends ${offered} too, with that ` +
      "`Content-Type` and a `bodySerializer`.",
  ];
}
