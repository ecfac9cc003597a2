import { type Guide, GuideError, guidesFolder } from "./guide.ts";

/** A fenced block or inline code, which is left alone, or the target of a link. */
const linkOrCode = /^(`{3,}|~{3,}).*?^\1[^\S\n]*$|`+[^`]+`+|(?<=\]\()([^()\s]+)(?=[)\s])/gms;

/**
 * The Markdown of a guide with links that hold wherever its page stands: `authentication.md` to another guide, and
 * `/reference/` to a page of the site, whatever path the site is served under.
 *
 * @throws {GuideError} when a link leads to a guide that there is not.
 */
export function withSiteLinks(guide: Guide, guides: readonly Guide[], base: string): string {
  return guide.markdown.replaceAll(linkOrCode, (text, _fence, target?: string) => {
    if (target === undefined) return text;
    const [, name, fragment = ""] = /^([\w-]+)\.md(#.*)?$/.exec(target) ?? [];
    if (name !== undefined) {
      if (!guides.some((other) => other.name === name)) {
        throw new GuideError(`The guide ${guide.name}.md links to ${target}, and there is no such guide`);
      }
      return `${base}${guidesFolder}/${name}/${fragment}`;
    }
    return target.startsWith("/") ? `${base}${target.slice(1)}` : target;
  });
}
