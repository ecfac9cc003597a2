import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { api } from "@visitors-api/release/api";
import { createSandbox } from "@visitors-api/sandbox";
import { type SandboxServer, serveSandbox } from "@visitors-api/sandbox/node";
import { afterEach, expect, test } from "vitest";
import { respect } from "../live/respect.ts";
import { workflowFiles } from "../live/workflows.ts";

const files = workflowFiles().map((file) => ({ name: basename(file.path), file }));
const inputs = { token: "secret-token", username: "secret-token", id: "660e73c36abd01bd27af623d" };
// Of basic authentication the sandbox takes the user's name and the password.
const token = api.variables.username === undefined ? inputs.token : `${inputs.username}:${inputs.token}`;

let server: SandboxServer;

afterEach(() => server.close());

test.each(files)("the sandbox does what $name says, in every step and every check", async ({ file }) => {
  const sandbox = createSandbox({ token });
  server = await serveSandbox(sandbox, { port: 0 });

  const { status, output } = await respect(file, { server: server.url, inputs });

  expect(status, output).toBe(0);
  const steps = file.workflows.flatMap(({ requests }) => requests).length;
  expect(output).toContain(`Steps: ${steps} passed, ${steps} total`);
  expect(sandbox.requests).toHaveLength(steps);
});

/** What is refused without valid credentials. */
const refuses = ({ path }: (typeof files)[number]["file"]) =>
  readFileSync(path, "utf8").includes("$statusCode == 401");

test.each(files)(
  "a server that takes any token, and whose answers are not as described, does not do what $name says, and the token is not shown",
  async ({ file }) => {
    const sandbox = createSandbox();
    const handle: typeof sandbox.handle = async (incoming) => {
      const reply = await sandbox.handle(incoming);
      return { ...reply, body: reply.body && '"nothing that is described"' };
    };
    server = await serveSandbox({ ...sandbox, handle }, { port: 0 });

    const { status, output } = await respect(file, { server: server.url, inputs });

    expect(status).toBe(1);
    expect(output).toContain("✗ schema check");
    expect(output).toContain(`Workflows: ${file.workflows.length} failed`);
    if (refuses(file)) expect(output).toContain("✗ success criteria check - $statusCode == 401");
    expect(output).not.toContain(inputs.token);
  },
);
