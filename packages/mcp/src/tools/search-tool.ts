import type { CallToolResult, Tool } from "@modelcontextprotocol/server";
import type { ApiOperation } from "../api.ts";
import { failed, textContent } from "../results/result.ts";
import { wholeTool } from "./whole-tool.ts";

const wantedName = "search_tools";

/** How many tools are found at most, unless more are asked for. */
const usualLimit = 5;
const mostFound = 20;

/** The name of the tool that finds tools; no operation has it. */
export function searchToolName(operations: readonly ApiOperation[]): string {
  const taken = new Set(operations.map(({ name }) => name));
  let name = wantedName;
  while (taken.has(name)) name = `_${name}`;
  return name;
}

/** The tool that finds tools among many, and tells all of what is listed in short. */
export function searchTool(operations: readonly ApiOperation[]): Tool {
  return {
    name: searchToolName(operations),
    title: "Search the tools",
    description: `Finds tools among the ${operations.length} by words of what they do, and tells all that they take and answer. The list of tools has them in short, without most of what can be given to them: search before you call one for the first time.`,
    inputSchema: {
      type: "object",
      properties: {
        query: { type: "string", description: "Words of what is to be done, or the name of a tool." },
        limit: { type: "integer", description: `How many to find: ${usualLimit}, and ${mostFound} at most.` },
      },
      required: ["query"],
    },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

export function searchTools(
  operations: readonly ApiOperation[],
  { query, limit }: Readonly<Record<string, unknown>>,
  isSandbox: boolean,
): CallToolResult {
  if (typeof query !== "string" || query.trim() === "") return failed("`query` must be words to search for.");
  const count = typeof limit === "number" && limit >= 1 ? Math.min(Math.floor(limit), mostFound) : usualLimit;
  const words = wordsOf(query);
  const found = operations
    .map((operation) => ({ operation, score: scoreOf(operation, query.trim(), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ operation }) => wholeTool(operation, isSandbox));
  if (found.length === 0) return failed("No tool has any of these words: try others.");
  return { content: found.map((tool) => textContent(JSON.stringify(tool))) };
}

/** A word in a name says more than one in a description; one that begins alike says something too. */
function scoreOf(
  { name, title, description, tags }: ApiOperation,
  query: string,
  words: readonly string[],
): number {
  if (name === query) return Number.POSITIVE_INFINITY;
  const places = [
    { weight: 4, words: wordsOf(name) },
    { weight: 3, words: wordsOf(title) },
    { weight: 2, words: wordsOf(tags.join(" ")) },
    { weight: 1, words: wordsOf(description) },
  ];
  let score = 0;
  for (const word of words) {
    for (const place of places) {
      if (place.words.includes(word)) score += place.weight;
      else if (word.length > 2 && place.words.some((other) => isAlike(other, word)))
        score += place.weight / 2;
    }
  }
  return score;
}

function isAlike(a: string, b: string): boolean {
  return a.length > 2 && (a.startsWith(b) || b.startsWith(a));
}

/** `listTicketTypes` and "List ticket types" have the same words. */
function wordsOf(text: string): string[] {
  const spaced = text.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  return spaced.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
