/** Something that the page needs is not there: the site was published anew since it was opened. */
export function tellStale(): void {
  const notice = document.getElementById("stale");
  notice?.removeAttribute("hidden");
  notice?.scrollIntoView({ block: "nearest" });
}
