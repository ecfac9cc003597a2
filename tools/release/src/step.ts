export type Report = (line: string) => void;

/** Does one step, and reports its name with the time that it took, and what came of it when that is a text. */
export async function step<Result>(
  report: Report,
  name: string,
  action: () => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const tell = (outcome: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    report(`${seconds.padStart(6)} s  ${name}${outcome}`);
  };
  try {
    const result = await action();
    tell(typeof result === "string" ? `: ${result}` : "");
    return result;
  } catch (error) {
    tell(": failed");
    throw error;
  }
}
