/** Failures that a sandbox can be asked for, in its own words. */
export const failures: readonly { readonly title: string; readonly fault: string }[] = [
  { title: "429 once, then as asked for", fault: "status=429; retry-after=1; times=1" },
  { title: "503 twice, then as asked for", fault: "status=503; times=2" },
  { title: "503 each time", fault: "status=503" },
  { title: "the connection breaks once, then as asked for", fault: "reset; times=1" },
  { title: "half of each answer", fault: "truncate" },
  { title: "as asked for, after two seconds", fault: "delay=2000" },
];
