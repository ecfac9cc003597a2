/** Text that fits a line of its own: the sentences that fit into so many characters or, where none does, what fits of the first. */
export function shortened(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const sentence = /^.*[.!?](?= |$)/s.exec(cut)?.[0];
  if (sentence !== undefined) return sentence;
  return `${cut
    .slice(0, -1)
    .replace(/\s\S*$/, "")
    .trimEnd()}…`;
}
