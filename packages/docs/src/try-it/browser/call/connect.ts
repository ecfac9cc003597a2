import * as client from "@visitors-api/client";
import { operationSchemas } from "@visitors-api/client/schemas";
import { createSandbox, type Sandbox } from "@visitors-api/sandbox";
import { baseUrlOf } from "../../../samples/make-request.ts";
import type { TryPage } from "../../try-page.ts";
import { sandboxToken } from "../sandbox-token.ts";
import type { Call, Connection, Outcome, ValidationIssue } from "./connection.ts";
import { type Credential, type Masks, masksFor } from "./mask.ts";
import { networkFetch } from "./network.ts";
import { type Fetch, recorded } from "./recorded.ts";

/** Connects the page of an operation to the generated client, and to a sandbox of its own. */
export function connect(page: TryPage): Connection {
  let sandbox: Sandbox | undefined;
  const inPage: Fetch = (request) => {
    sandbox ??= createSandbox({ token: sandboxToken(page.credentials) });
    return sandbox.fetch(request);
  };
  const { name } = page.called.operation;
  return {
    validate: (input) => validate(name, input),
    reset: () => {
      sandbox = undefined;
    },
    async call(call) {
      const masks = masksFor(call.credentials);
      try {
        const isInPage = call.target === "page";
        const baseUrl = isInPage ? baseUrlOf(page.called) : call.baseUrl;
        const fetch = asTyped(
          call.body,
          recorded(isInPage ? inPage : networkFetch(baseUrl), masks, call.onExchange),
        );
        await perform(name, call, { baseUrl, fetch });
        return { kind: "returned" };
      } catch (error) {
        return call.signal.aborted ? { kind: "aborted" } : outcomeOf(error, masks);
      }
    },
  };
}

/** JSON that was read and written again has lost duplicate keys, and digits that no number has. */
function asTyped(body: string | undefined, fetch: Fetch): Fetch {
  return body === undefined ? fetch : (request) => fetch(new Request(request, { body }));
}

type Schema = { "~standard": { validate(value: unknown): { issues?: readonly ValidationIssue[] } } };

function validate(name: string, input: unknown): readonly ValidationIssue[] {
  // The generator makes a schema for each operation, all of this type; their names are known when the page is.
  const schemas: Readonly<Record<string, { readonly input: Schema }>> = operationSchemas as never;
  return schemas[name]?.input["~standard"].validate(input).issues ?? [];
}

type Method = (input: Call["input"], options: object) => Promise<unknown>;

async function perform(
  name: string,
  { credentials, input, headers, signal }: Call,
  options: { baseUrl: string; fetch: Fetch },
): Promise<void> {
  // The description says which credentials there are, and which methods: neither is known to this file.
  const create = client.createClient as unknown as (options: object) => Readonly<Record<string, Method>>;
  const secrets = Object.fromEntries(
    credentials.map((credential) => [credential.scheme.option, secretOf(credential)]),
  );
  await create({ ...options, ...secrets })[name]?.(input, { headers, signal });
}

function secretOf({ scheme, parts }: Credential): unknown {
  const [first = "", second = ""] = parts;
  if (scheme.kind !== "basic") return first;
  return first === "" && second === "" ? undefined : { username: first, password: second };
}

function outcomeOf(error: unknown, masks: Masks): Outcome {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const read =
    error instanceof client.CallError ? (error as unknown as Readonly<Record<string, unknown>>) : {};
  const details = ["status", "requestId", "attempts"].flatMap((property) => {
    const value = read[property];
    return value === undefined ? [] : [[property, masks.text(String(value))] as const];
  });
  const unreachable = error instanceof client.ConnectionError;
  return { kind: "threw", name, message: masks.text(message), details, unreachable };
}
