import { alternating, byName, type Decode, type Written } from "./written.ts";

/**
 * A value in a style that does not repeat the parameter's name: `simple`, and `label` once its dot is gone (OpenAPI 3.1
 * § 4.8.12.4).
 *
 * @param separator What stands between parts: of an exploded value, or of any.
 */
export function unnamed(text: string, explode: boolean, separator: string | RegExp, decode: Decode): Written {
  const parts = () => (text === "" ? [] : text.split(separator));
  return {
    isPart: false,
    texts: () => [decode(text)],
    items: () => parts().map(decode),
    properties: () =>
      explode ? byName(parts().map((part) => pair(part, decode))) : alternating(parts().map(decode)),
  };
}

function pair(part: string, decode: Decode): [name: string, text: string] {
  const equals = part.indexOf("=");
  return equals < 0 ? [decode(part), ""] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
}
