import type { PlaceOf } from "@visitors-api/codegen/load";

/** The places in a description that is in no file: pointers alone. */
export function placesIn(description: object): PlaceOf {
  const pointers = new Map<object, string>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null || pointers.has(node)) return;
    pointers.set(node, pointer);
    for (const [key, child] of Object.entries(node)) visit(child, `${pointer}/${key}`);
  };
  visit(description, "#");
  return (node, key) => {
    const pointer = pointers.get(node);
    const whole = key !== undefined && Object.hasOwn(node, key) ? `${pointer}/${key}` : pointer;
    return whole === undefined ? undefined : { file: "pets.yaml", pointer: whole, line: 1, column: 1 };
  };
}
