/** How a reader calls a schema: by the component that it is in, or by the part of the call that it describes. */
export interface Label {
  /** Words for what is no component, such as "the body that `updateNote` takes"; otherwise empty. */
  readonly root: string;
  /** The way from there, or from the component: `Note.authors[].name`. */
  readonly path: string;
}

export function show({ root, path }: Label): string {
  if (path === "") return root;
  return root === "" ? `\`${path}\`` : `\`${path}\` in ${root}`;
}

export function below({ root, path }: Label, name: string): Label {
  const isStep = name.startsWith("[") || path === "";
  return { root, path: isStep ? path + name : `${path}.${name}` };
}
