/**
 * Splits a command as a POSIX shell would (POSIX.1-2024, Shell Command Language § 2.2), as far as samples go: quotes,
 * escaped single quotes, backslashes at the ends of lines, and variables.
 *
 * @throws {Error} for what a shell would give another meaning.
 */
export function shellWords(command: string, environment: Readonly<Record<string, string>>): string[] {
  const words: string[] = [];
  let word: string | undefined;
  const tokens = /'([^']*)'|"([^"\\`]*)"|\\\n|\\(')|([\w/:.,=@%+-]+)|([ \t]+)|(.)/gsy;
  for (const [token, single, double, escaped, plain, space, other] of command.matchAll(tokens)) {
    if (other !== undefined) throw new Error(`A shell would do something with ${JSON.stringify(other)}`);
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (token !== "\\\n") {
      word = (word ?? "") + (single ?? escaped ?? plain ?? expanded(double ?? "", environment));
    }
  }
  return word === undefined ? words : [...words, word];
}

function expanded(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`No ${name} is set`);
    return value;
  });
}
