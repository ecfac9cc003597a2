import type { Client } from "@modelcontextprotocol/client";
import { createSandbox, type Sandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { expect, onTestFinished, test } from "vitest";
import type { WorkflowStep } from "../src/api.ts";
import { connectStdio } from "./support/command.ts";
import { forAllTests } from "./support/for-all-tests.ts";
import { builtApi, environmentOf, variables } from "./support/own-api.ts";
import { evaluated, holds, type StepAnswer, type WorkflowState } from "./support/runtime-expressions.ts";
import { textOf } from "./support/tool-call.ts";

const server = forAllTests((atEnd) => connectStdio([], {}, "legacy", atEnd));
const token = "the-token-of-the-sandbox";
/** Of a user name and a password the sandbox takes both. */
const admitted = variables.credential.map(() => token).join(":") || token;

test.each(builtApi.workflows.map((workflow) => [workflow.name, workflow] as const))(
  "the workflow %s, run through the tools, ends as it says",
  async (_, { inputs: asked, steps }) => {
    const sandbox = createSandbox({ token: admitted });
    const server = await serveSandbox(sandbox, { port: 0 });
    onTestFinished(() => server.close());
    // Examples name what the sandbox starts with.
    const inputs = Object.fromEntries(
      asked.map(({ name, default: value, example }) => [name, value ?? example]),
    );
    const state: WorkflowState = { inputs, steps: {} };
    const clients = new Map<string, Client>();
    const clientWith = async (credential: string): Promise<Client> => {
      const client =
        clients.get(credential) ?? (await connectStdio([], environmentOf(server.url, credential))).client;
      clients.set(credential, client);
      return client;
    };

    for (const step of steps) {
      const [credential = token] = step.credentials.map((expression) => String(evaluated(expression, state)));
      const answer = await answerThroughTool(step, state, await clientWith(credential), sandbox);
      for (const condition of step.criteria) {
        expect({ condition, holds: holds(condition, state, answer) }).toEqual({ condition, holds: true });
      }
      state.steps[step.id] = Object.fromEntries(
        Object.entries(step.outputs).map(([name, expression]) => [
          name,
          evaluated(expression, state, answer),
        ]),
      );
    }
    expect(sandbox.requests).toHaveLength(steps.length);
  },
);

async function answerThroughTool(
  step: WorkflowStep,
  state: WorkflowState,
  client: Client,
  sandbox: Sandbox,
): Promise<StepAnswer> {
  // A map of arguments stays one.
  const given = evaluated(step.arguments, state) as Record<string, unknown>;
  const result = await client.callTool({ name: step.tool, arguments: given });
  // Of a success a tool tells what the API says, and not with which status.
  const sent = sandbox.requests.at(-1)?.status ?? 0;
  if (!result.isError) return { status: sent, body: result.structuredContent };
  const [, status = "", body = ""] = /answered (\d{3}).*^It says: (.*?)$/ms.exec(textOf(result)) ?? [];
  return { status: Number(status), body: JSON.parse(body) };
}

test("each workflow is a prompt that says which tools to call, with what, and what is to come of it", async () => {
  const { client } = server();
  const { prompts } = await client.listPrompts();
  for (const { name, inputs: asked, steps } of builtApi.workflows) {
    const prompt = prompts.find((one) => one.name === name);
    expect(prompt?.arguments?.map((argument) => argument.name)).toEqual(asked.map((input) => input.name));
    const given = Object.fromEntries(asked.map((input) => [input.name, `value of ${input.name}`]));
    const { messages } = await client.getPrompt({ name, arguments: given });
    const text = messages.map(({ content }) => (content.type === "text" ? content.text : "")).join("\n");
    for (const step of steps) expect(text).toContain(`Call the tool \`${step.tool}\` with {`);
    for (const input of asked.filter(({ name: of }) => JSON.stringify(steps).includes(`$inputs.${of}`))) {
      expect(text).toContain(`value of ${input.name}`);
    }
    expect(text).not.toMatch(/\$(inputs|steps|statusCode|response)/);
  }
});

test("a prompt asks for what it is not given and has to know, and never for a credential", async () => {
  const { client } = server();
  const { prompts } = await client.listPrompts();
  expect(JSON.stringify(prompts)).not.toMatch(/"token"|password/);
  const [workflow] = builtApi.workflows.filter(({ inputs: asked }) => asked.some(({ required }) => required));
  if (workflow === undefined) return;
  const { messages } = await client.getPrompt({ name: workflow.name });
  expect(JSON.stringify(messages)).toContain("Ask for this first");
});
