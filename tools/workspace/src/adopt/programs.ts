import { defaultBaseUrl, type Model, propertyName, resultVariable } from "@visitors-api/codegen";
import { variablesOf } from "@visitors-api/docs/credentials";
import type { Api } from "@visitors-api/release/api";
import { exampleOperation } from "../example-operation.ts";
import { literal } from "./literal.ts";

/** The programs that texts about an API show. Each is whole, and is compiled and run by tests. */
export interface Programs {
  readonly quickStart: string;
  readonly inProcess: string;
  readonly errors: string;
  readonly timeouts: string;
  readonly validation: string;
  readonly faults: string;
}

/** Writes the programs for the API: with its operations, its credentials and its variables. */
export function programsOf(model: Model, { scope, variables }: Api): Programs {
  const call = callOf(model);
  const { setup, any } = clientsOf(model, variables.baseUrl);
  const client = `import { createClient } from "${scope}/client";`;
  const sandbox = `import { createSandbox } from "${scope}/sandbox";`;
  return {
    quickStart: program([client], setup(), call.shown),
    inProcess: program(
      [client, sandbox],
      `const sandbox = createSandbox();\n${any("fetch: sandbox.fetch")}`,
      `${call.shown}\nconsole.log(sandbox.requests[0]?.status);`,
    ),
    errors: program(
      [`import { ApiError, CallError, createClient } from "${scope}/client";`],
      setup(),
      `try {
  await ${call.made()};
} catch (error) {
  if (error instanceof ApiError) console.error(error.status, error.body, error.requestId);
  else if (error instanceof CallError) console.error(error.message, error.cause);
  else throw error;
}`,
    ),
    timeouts: program(
      [client],
      setup("retries: 4", "timeout: 5_000"),
      `const signal = AbortSignal.timeout(20_000);\nawait ${call.made("{ signal, retries: false }")};`,
    ),
    validation: program(
      [client, `import { validate } from "${scope}/client/schemas";`],
      setup(),
      `client.use(validate("both"));\nawait ${call.made()};`,
    ),
    faults: program(
      [
        'import assert from "node:assert/strict";',
        `import { ConnectionError, createClient } from "${scope}/client";`,
        sandbox,
      ],
      `const { fetch } = createSandbox({ faults: "reset" });\n${any("fetch", "retries: 0")}`,
      `await assert.rejects(${call.made()}, ConnectionError);`,
    ),
  };
}

function program(imports: readonly string[], setup: string, body: string): string {
  return `${imports.join("\n")}\n\n${setup}\n\n${body}\n`;
}

interface Call {
  /** As a statement that prints what comes of it. */
  readonly shown: string;
  /** As an expression, with options where there are some. */
  readonly made: (options?: string) => string;
}

/** The verbs call any operation; a method needs an example. */
function callOf(model: Model): Call {
  const operation = exampleOperation(model);
  if (operation === undefined) {
    const made = () => "Promise.resolve(client)";
    return { made, shown: "console.log(Object.keys(client));" };
  }
  const { input, name, output, response } = operation;
  const given = input.example && Object.keys(input.example).length > 0 ? literal(input.example) : "";
  const made = (options?: string) =>
    `client.${name}(${[given || (options ? "{}" : ""), options ?? ""].filter(Boolean).join(", ")})`;
  if (response === "none") return { made, shown: `await ${made()};` };
  const result = resultVariable(output);
  const variable = ["client", "sandbox", "baseUrl"].includes(result) ? "result" : result;
  return { made, shown: `const ${variable} = await ${made()};\nconsole.log(${variable});` };
}

interface Clients {
  /** Reads the credentials from the environment, and makes a client with them and with more options. */
  readonly setup: (...more: readonly string[]) => string;
  /** Makes a client with any credential. */
  readonly any: (...more: readonly string[]) => string;
}

function clientsOf(model: Model, baseUrlVariable: string): Clients {
  const needsBaseUrl = defaultBaseUrl(model) === undefined;
  const schemes = model.securitySchemes.map(({ option, kind, ...scheme }, index) => {
    const variables = variablesOf({ option, kind, ...scheme }, model.title);
    const locals = kind === "basic" ? ["username", "password"] : [identifier(option, index)];
    const names = locals.map((local, at) => `${variables[at]}: ${local}${kind === "basic" ? ' = ""' : ""}`);
    const value = kind === "basic" ? "{ username, password }" : (locals[0] ?? "");
    const key = propertyName(option);
    return {
      names,
      option: key === value ? key : `${key}: ${value}`,
      any: `${key}: ${kind === "basic" ? '{ username: "any", password: "any" }' : '"any"'}`,
    };
  });
  const read = [...schemes.flatMap(({ names }) => names), `${baseUrlVariable}: baseUrl`];
  const baseUrl = needsBaseUrl ? 'baseUrl: baseUrl ?? "http://127.0.0.1:4010"' : "baseUrl";
  const client = (options: readonly string[]) => `const client = createClient({ ${options.join(", ")} });`;
  return {
    setup: (...more) =>
      `const { ${read.join(", ")} } = process.env;\n${client([...schemes.map(({ option }) => option), baseUrl, ...more])}`,
    any: (...more) =>
      client([
        ...schemes.map(({ any }) => any),
        ...(needsBaseUrl ? ['baseUrl: "http://127.0.0.1:4010"'] : []),
        ...more,
      ]),
  };
}

/** An option may be called what a variable cannot. */
function identifier(option: string, index: number): string {
  return /^[A-Za-z_$][\w$]*$/.test(option) ? option : `credential${index + 1}`;
}
