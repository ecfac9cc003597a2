import leven from "leven";

/** On the page that says that there is none: which page's address is the nearest to the one that was asked for. */
const links = [...document.querySelectorAll<HTMLAnchorElement>("#suggestions a")];
const asked = location.pathname.replace(/\/(index\.html)?$/, "").toLowerCase();
const ranked = links
  .map((link) => ({ link, far: leven(asked, link.pathname.replace(/\/$/, "").toLowerCase()) }))
  .sort((one, other) => one.far - other.far);
const [nearest] = ranked;
const place = document.querySelector("#suggestion a");
if (nearest && place instanceof HTMLAnchorElement && nearest.far <= Math.max(3, asked.length / 3)) {
  place.href = nearest.link.href;
  place.textContent = nearest.link.textContent;
  place.parentElement?.removeAttribute("hidden");
}
