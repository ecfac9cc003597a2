// Stands in every page before anything is shown, so it is small and plain. A page that was saved to a disk may load no
// script, and one that is older than the site finds its scripts gone: neither pretends that they work.
(() => {
  const { classList, dataset } = document.documentElement;
  if (location.protocol !== "file:") classList.add("js");
  try {
    const colors = localStorage.getItem("colors");
    if (colors) dataset.colors = colors;
  } catch {}
  addEventListener(
    "error",
    ({ target }) => {
      if (target.tagName !== "SCRIPT") return;
      classList.remove("js");
      document.getElementById("stale")?.removeAttribute("hidden");
    },
    true,
  );
})();
