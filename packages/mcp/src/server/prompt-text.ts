import type { ApiWorkflow, WorkflowStep } from "../api.ts";

/** What a client asks its user for; secrets are the server's own. */
export function promptArguments({ inputs }: ApiWorkflow) {
  return inputs.map(({ name, description, required, default: value, example }) => {
    const known =
      value !== undefined ? `Default: ${value}` : example === undefined ? "" : `Such as ${example}`;
    return { name, description: `${description} ${known}`.trim(), required };
  });
}

/** A workflow in words: which tools to call, with what, and what is to come of it. */
export function promptText(workflow: ApiWorkflow, given: Readonly<Record<string, string>>): string {
  const { title, description, inputs, steps } = workflow;
  const read = (name: string): string | undefined =>
    (Object.hasOwn(given, name) ? given[name] : undefined) ??
    inputs.find((input) => input.name === name)?.default;
  const missing = inputs.filter(({ name, required }) => required && read(name) === undefined);
  return [
    `${title}.${description === "" ? "" : `\n\n${description}`}`,
    ...(missing.length === 0
      ? []
      : [
          `Ask for this first:\n${missing.map(({ name, description: about }) => `- ${name}: ${about}`).join("\n")}`,
        ]),
    ...steps.map((step, index) => stepText(step, index, (text) => inWords(text, steps, read))),
    "Stop at the first step that does not end as it should, and say what came of each.",
  ].join("\n\n");
}

type Words = (text: string) => string;

function stepText(step: WorkflowStep, index: number, words: Words): string {
  const { description, tool, credentials, criteria, outputs } = step;
  const values = JSON.stringify(step.arguments, (_, value) =>
    typeof value === "string" ? words(value) : value,
  );
  const others = credentials.map(words).map((credential) => `\`${credential}\``);
  return [
    `Step ${index + 1}: ${description || step.id}`,
    `- Call the tool \`${tool}\` with ${values}.`,
    ...(others.length === 0
      ? []
      : [
          `- This is about a call with another credential, ${others.join(", ")}. Tools have the server's own: unless it is that one, say that whoever runs the server has to start it with it, and leave the step out.`,
        ]),
    ...criteria.map((condition) => `- It has to be so: ${words(condition)}`),
    ...Object.entries(outputs).map(([name, expression]) => `- Remember ${words(expression)} as ${name}.`),
  ].join("\n");
}

/** Runtime expressions (Arazzo 1.0.1 § 4.7) with the values that are known, and words for those that are not yet. */
function inWords(
  text: string,
  steps: readonly WorkflowStep[],
  read: (name: string) => string | undefined,
): string {
  return text
    .replaceAll(/\$inputs\.([\w-]+)/g, (_, name: string) => read(name) ?? `<${name}>`)
    .replaceAll(/\$steps\.([\w-]+)\.outputs\.([\w-]+)/g, (_, id: string, output: string) => {
      const number = steps.findIndex((step) => step.id === id) + 1;
      return `<${output} of step ${number}>`;
    })
    .replaceAll("$statusCode", "the status")
    .replaceAll(/\$response\.body(?:#\/([\w/~.-]*))?/g, (_, pointer?: string) =>
      pointer === undefined ? "the answer" : `\`${pointer.replaceAll("/", ".")}\` of the answer`,
    );
}
