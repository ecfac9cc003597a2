export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Text in which `▶` stands wherever a mistake is to be reported: the text without them, and their places. */
export function marked(text: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  const lines = text.split("\n").map((line, index) => {
    let rest = line;
    for (let at = rest.indexOf("▶"); at >= 0; at = rest.indexOf("▶")) {
      places.push({ line: index + 1, column: at + 1 });
      rest = rest.replace("▶", "");
    }
    return rest;
  });
  return { text: lines.join("\n"), places };
}
