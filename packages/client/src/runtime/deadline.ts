import { onAbort } from "./abort.ts";

/**
 * Waits for work until a time has passed or a signal is aborted. When it ends, so have its timer and its listener.
 *
 * @param milliseconds 2³¹ and more, which no timer can count, mean that there is no limit.
 * @param late What to do when the time has passed.
 */
export async function withDeadline<T>(
  work: Promise<T> | undefined,
  milliseconds: number,
  signal: AbortSignal | null | undefined,
  late: (resolve: (value?: never) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  let timer: unknown;
  let ignore: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      if (milliseconds < 2 ** 31) timer = setTimeout(late, milliseconds, resolve, reject);
      if (signal) ignore = onAbort(signal, reject);
      work?.then(resolve, reject);
    });
  } finally {
    clearTimeout(timer as number | undefined);
    ignore?.();
  }
}
