import type { Parameter, Schemas } from "@visitors-api/openapi";
import type { Route } from "../../routing/router.ts";
import type { Incoming } from "../incoming.ts";
import { decoded } from "./decoded.ts";
import { deepObject } from "./deep-object.ts";
import { delimiterOf, named } from "./named.ts";
import { cookiePairs, matrixPairs, type Pairs, queryPairs } from "./pairs.ts";
import { isPropertyOf } from "./subschema.ts";
import { unnamed } from "./unnamed.ts";
import type { Written } from "./written.ts";

/** The parameters as a request has them, each in its place and style (OpenAPI 3.1 § 4.8.12). */
export class Sent {
  readonly #incoming: Incoming;
  readonly #path: Route["pathParameters"];
  readonly #parameters: readonly Parameter[];
  readonly #schemas: Schemas;
  #query: Pairs | undefined;
  #cookies: Pairs | undefined;

  /** @param parameters All of the operation. */
  constructor(
    incoming: Incoming,
    path: Route["pathParameters"],
    parameters: readonly Parameter[],
    schemas: Schemas,
  ) {
    this.#incoming = incoming;
    this.#path = path;
    this.#parameters = parameters;
    this.#schemas = schemas;
  }

  /** @returns undefined when it is not there. What has no name of its own in the request may be found to be missing later. */
  written(parameter: Parameter): Written | undefined {
    const { name, style } = parameter;
    switch (parameter.in) {
      case "path": {
        const text = this.#path[name];
        return text === undefined ? undefined : this.#inPath(parameter, text);
      }
      case "query": {
        this.#query ??= queryPairs(this.#incoming.url.search);
        return style === "deepObject"
          ? deepObject(this.#query, name, decoded)
          : this.#named(parameter, this.#query);
      }
      case "header": {
        const text = this.#incoming.header(name);
        // RFC 9110 § 5.6.1: there may be space around a comma. Nothing in a header is percent-encoded.
        return text === undefined
          ? undefined
          : unnamed(text, parameter.explode, /[ \t]*,[ \t]*/, (part) => part);
      }
      case "cookie": {
        this.#cookies ??= cookiePairs(this.#incoming.header("cookie") ?? "");
        return this.#named(parameter, this.#cookies);
      }
    }
  }

  #inPath(parameter: Parameter, text: string): Written {
    const { style, explode } = parameter;
    if (style === "matrix") return this.#named(parameter, matrixPairs(text));
    if (style !== "label") return unnamed(text, explode, ",", decoded);
    return unnamed(text.replace(/^\./, ""), explode, explode ? "." : ",", decoded);
  }

  #named(parameter: Parameter, pairs: Pairs): Written {
    const { name, style, explode, in: place, schema = true } = parameter;
    const isOther = (field: string) =>
      this.#parameters.some((other) => other.in === place && other.name === field);
    const owns = (field: string) => isPropertyOf(field, schema, isOther, this.#schemas);
    return named(pairs, { name, explode, delimiter: delimiterOf(style), owns }, decoded);
  }
}
