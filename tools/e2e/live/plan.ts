import type { WorkflowFile } from "./workflows.ts";

/** What is about to be sent, to whom, and what it changes, for a person to agree to. */
export function plan(
  files: readonly WorkflowFile[],
  { server, inputs }: { readonly server: string; readonly inputs: Readonly<Record<string, string>> },
): string {
  const workflows = files.flatMap((file) => file.workflows);
  const count = workflows.flatMap(({ requests }) => requests).length;
  return [
    `${count} requests will be sent to ${server}:`,
    ...workflows.flatMap(({ summary, description, requests }) => [
      "",
      `${summary}. ${description.trim()}`.replaceAll(/\s*\n\s*/g, " "),
      ...requests.map(({ method, path, payload }) =>
        `  ${method} ${path} ${shown(payload, inputs)}`.trimEnd(),
      ),
    ]),
  ].join("\n");
}

function shown(payload: unknown, inputs: Readonly<Record<string, string>>): string {
  const text = JSON.stringify(payload, (_, value: unknown) => {
    if (typeof value !== "string") return value;
    const [, input] = /^\$inputs\.(.+)$/.exec(value) ?? [];
    const [, step, output] = /^\$steps\.(.+)\.outputs\.(.+)$/.exec(value) ?? [];
    if (input !== undefined) return inputs[input] ?? value;
    return step === undefined ? value : `(${output} from the answer to ${step})`;
  });
  return text ?? "";
}
