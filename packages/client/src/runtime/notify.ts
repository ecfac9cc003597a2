/** Tells an observer of something. What the observer throws changes nothing. */
export function notify<What>(observer: (what: What) => unknown, what: What): void {
  (async () => observer(what))().catch(() => {});
}
