/** Something that is told of as one of several: what tells it from them, and the words that it has with all of them. */
interface Item {
  readonly name: string;
  /** The words around several names. */
  readonly say: (names: string) => string;
  /** The same for those that have the same words. */
  readonly key: string;
}

/**
 * The same words, with what several have together said once: `` `.id`, `.name` and `.email` of `admin` ``, and `` the answers of `a` and `b`
 * for 404 ``. What stands alone stays as it is.
 */
export function shareWords(items: readonly string[]): string[] {
  const groups = new Map<string, [text: string, item: Item | undefined][]>();
  for (const text of items) {
    const item = answerIn(text) ?? propertyIn(text);
    const key = item?.key ?? text;
    groups.set(key, [...(groups.get(key) ?? []), [text, item]]);
  }
  return [...groups.values()].map((group) => {
    const [[text = "", item] = []] = group;
    const names = group.flatMap(([, one]) => one?.name ?? []);
    return item && names.length > 1 ? item.say(`${names.slice(0, -1).join(", ")} and ${names.at(-1)}`) : text;
  });
}

function answerIn(text: string): Item | undefined {
  const [, name, status] = /^the answer of (`[^`]+`) for (\w+)$/.exec(text) ?? [];
  if (name === undefined || status === undefined) return undefined;
  return { name, say: (names) => `the answers of ${names} for ${status}`, key: `answer ${status}` };
}

/** A property in one place, or in several that are told in parentheses after the first. */
function propertyIn(text: string): Item | undefined {
  const [, first = "", others] = /^(.*?)(?: \(and (.*)\))?$/.exec(text) ?? [];
  const [own, ...more] = [first, ...(others?.split(", ") ?? [])].map((place) => {
    const [, owner, name, where = ""] = /^`(?:([^`]+)\.)?([^.`]+)`(?: in (.+))?$/.exec(place) ?? [];
    const around = owner === undefined ? where : `\`${owner}\`${where && ` in ${where}`}`;
    return name === undefined || around === "" ? undefined : { name, around };
  });
  if (!own || more.some((place) => place?.name !== own.name)) return undefined;
  const around = more.flatMap((place) => place?.around ?? []);
  const also = around.length > 0 ? ` (and ${around.join(", ")})` : "";
  return {
    name: `\`.${own.name}\``,
    say: (names) => `${names} of ${own.around}${also}`,
    key: `property ${own.around}${also}`,
  };
}
