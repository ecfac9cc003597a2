/** Numbers from 0 up to but not including 1, as `Math.random` gives them. */
export type Random = () => number;

/** A whole number between two, both included. */
export function wholeBetween(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** A list in random order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Some of a list by chance, and then all of it: one of very many is not shuffled to get at a few. */
export function* someFirst<T>(list: readonly T[], random: Random): Generator<T> {
  for (let count = 0; count < 4; count++) {
    const item = list[wholeBetween(0, list.length - 1, random)];
    if (item !== undefined) yield item;
  }
  yield* list;
}

const vocabulary =
  "amber anchor apple aspen atlas beacon birch bridge canyon cedar cloud comet copper coral delta ember falcon fern forest garden glacier harbor hazel indigo island ivory jasmine juniper lagoon lantern lemon linen lotus maple marble meadow mint nectar nova oak ocean olive opal orbit orchid pebble pine planet poppy prairie quartz rain raven reef river saffron sage silver sparrow spruce summit sunset thistle timber topaz tulip valley velvet violet walnut willow winter zephyr".split(
    " ",
  );

export function word(random: Random): string {
  return vocabulary[wholeBetween(0, vocabulary.length - 1, random)] ?? "";
}

/** Words, of so many characters. */
export function words(least: number, most: number, random: Random): string {
  let text = word(random);
  for (let more = wholeBetween(0, 2, random); more > 0 || text.length < least; more--)
    text += ` ${word(random)}`;
  return text.slice(0, most);
}
