import type { Tool } from "@modelcontextprotocol/server";
import type { ApiOperation, ToolSchema } from "../api.ts";
import { isSafe } from "../http-methods.ts";
import { shortened } from "../shortened.ts";
import { rootOf } from "./root-of.ts";

/** How long the description of a tool among many is, in characters. */
const longestDescription = 80;

/** How long its input is, in characters of JSON; what is required stands there in any case. */
const longestInput = 140;

/** A tool in short: what it does, what it has to be given, and as much of what it can be given as there is room for. */
export function briefTool({ name, title, deprecated, httpMethod, input }: ApiOperation): Tool {
  return {
    name,
    description: shortened(`${deprecated ? "Deprecated. " : ""}${title}`, longestDescription),
    inputSchema: briefInput(input),
    ...(isSafe(httpMethod) && { annotations: { readOnlyHint: true } }),
  };
}

function briefInput({ properties = {}, required = [] }: ToolSchema): Tool["inputSchema"] {
  const names = Object.keys(properties);
  const inOrder = [
    ...names.filter((name) => required.includes(name)),
    ...names.filter((name) => !required.includes(name)),
  ];
  const kept: [string, ToolSchema][] = [];
  let length = 0;
  for (const name of inOrder) {
    const { type, items } = properties[name] ?? {};
    const property = { ...(type !== undefined && { type }), ...(items !== undefined && { items: {} }) };
    length += JSON.stringify({ [name]: property }).length;
    if (length > longestInput && !required.includes(name)) break;
    kept.push([name, property]);
  }
  return rootOf({
    type: "object",
    ...(kept.length > 0 && { properties: Object.fromEntries(kept) }),
    ...(required.length > 0 && { required: required }),
  });
}
