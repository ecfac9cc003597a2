const version = /^(\d+)\.(\d+)\.(\d+)$/;

export function isVersion(text: string): boolean {
  return version.test(text);
}

/** Orders released versions, the oldest first. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return (left[place] ?? 0) - (right[place] ?? 0);
}

function numbersOf(text: string): number[] {
  return version.exec(text)?.slice(1).map(Number) ?? [];
}
