/** What runtime expressions of a workflow speak of (Arazzo 1.0.1 § 4.7). */
export interface WorkflowState {
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** Outputs by the ids of steps. */
  readonly steps: Record<string, Record<string, unknown>>;
}

export interface StepAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The value of an expression; anything else is itself, with the values of what is in it. */
export function evaluated(value: unknown, state: WorkflowState, answer?: StepAnswer): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluated(item, state, answer));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, evaluated(inner, state, answer)]),
    );
  }
  if (typeof value !== "string" || !value.startsWith("$")) return value;
  const [, input] = /^\$inputs\.([\w-]+)$/.exec(value) ?? [];
  if (input !== undefined) return state.inputs[input];
  const [, step = "", output = ""] = /^\$steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(value) ?? [];
  if (step !== "") return state.steps[step]?.[output];
  if (value === "$statusCode") return answer?.status;
  const [, pointer] = /^\$response\.body#(\/.*)$/.exec(value) ?? [];
  if (pointer === undefined) throw new Error(`${value} is no expression that is known here`);
  return (
    pointer
      .split("/")
      .slice(1)
      // What an expression points at is any JSON.
      .reduce<unknown>((node, key) => Object(node)[key], answer?.body)
  );
}

/** Whether a condition `left == right` holds (Arazzo 1.0.1 § 4.6.11): the one operator that workflows here use. */
export function holds(condition: string, state: WorkflowState, answer: StepAnswer): boolean {
  const [left = "", right = "", ...more] = condition.split(" == ");
  if (more.length > 0 || right === "") throw new Error(`${condition} is no condition that is known here`);
  const literal = /^'(.*)'$/.exec(right)?.[1];
  const expected = literal ?? (/^\d+$/.test(right) ? Number(right) : evaluated(right, state, answer));
  return evaluated(left, state, answer) === expected;
}
