const rendered = new WeakMap<object, Map<string, string>>();

/**
 * HTML that is the same on every page of a site, rendered for the first of them.
 *
 * @param name which HTML of the site it is.
 */
export async function renderedOnce(
  site: object,
  name: string,
  render: () => Promise<string>,
): Promise<string> {
  const known = rendered.get(site) ?? new Map<string, string>();
  rendered.set(site, known);
  const html = known.get(name) ?? (await render());
  known.set(name, html);
  return html;
}
