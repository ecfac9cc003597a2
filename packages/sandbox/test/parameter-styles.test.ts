import { parameterObject, readBack, styleVectors } from "@visitors-api/openapi/style-vectors";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { readParameters } from "../src/request/parameters/parameters.ts";
import { incomingFrom } from "../src/request/web.ts";
import { Router } from "../src/routing/router.ts";

// A client sends none of the others.
const sent = styleVectors.filter(({ isRefused }) => !isRefused);

test.each(sent.map((vector) => [vector.shows, vector] as const))("reads %s", (_, vector) => {
  const { place, name, written = "" } = vector;
  const path = place === "path" ? `/colors/{${name}}` : "/colors";
  const operation = { parameters: [parameterObject(vector)], responses: {} };
  const description = readDescription({ openapi: "3.1.0", info: {}, paths: { [path]: { get: operation } } });

  const url = new URL("http://sandbox/colors");
  const headers = new Headers();
  if (place === "path") url.pathname += `/${written}`;
  if (place === "query") url.search = written;
  if (place === "cookie") headers.set("cookie", written);
  if (place === "header" && vector.written !== undefined) headers.set(name, written);
  const incoming = incomingFrom(url, { headers });
  const route = new Router(description.operations).find("GET", incoming.url.pathname);
  if (!route || "allow" in route) throw new Error(`${url} leads to no operation`);

  const values = readParameters(route.operation, description, incoming, route.pathParameters);
  expect(values[place][name]).toEqual(readBack(vector));
});
