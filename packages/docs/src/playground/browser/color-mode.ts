/** Where Redoc keeps a reader's choice, which holds for the whole site. */
const key = "redoc.colorMode";

/** Has the button change between light and dark. */
export function switchColors(button: HTMLElement | null): void {
  const { classList } = document.documentElement;
  button?.addEventListener("click", () => {
    const [before, after] = classList.contains("dark") ? ["dark", "light"] : ["light", "dark"];
    classList.remove(before);
    classList.add(after);
    try {
      localStorage.setItem(key, after);
    } catch {
      // Where nothing may be stored the choice lasts as long as the page.
    }
  });
}
