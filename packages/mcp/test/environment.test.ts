import { expect, test } from "vitest";
import type { ApiCredential } from "../src/api.ts";
import { EnvironmentError, readEnvironment } from "../src/connection/environment.ts";
import { redacting } from "../src/connection/redact.ts";

const token: ApiCredential = { option: "token", kind: "bearer", variables: ["API_TOKEN"] };
const basic: ApiCredential = { option: "basic", kind: "basic", variables: ["API_USERNAME", "API_PASSWORD"] };
const baseUrlVariable = "API_BASE_URL";

test("a credential in the environment is for the API, and none is for a sandbox", () => {
  const api = { credentials: [token, basic], baseUrlVariable };
  expect(readEnvironment(api, {})).toEqual({ credentials: undefined, baseUrl: undefined, secrets: [] });
  expect(readEnvironment(api, { API_TOKEN: " " })).toMatchObject({ credentials: undefined });
  expect(readEnvironment(api, { API_TOKEN: "secret\n", API_BASE_URL: "http://127.0.0.1:1" })).toEqual({
    credentials: { token: "secret" },
    baseUrl: "http://127.0.0.1:1",
    secrets: ["secret"],
  });
  const pair = { API_USERNAME: "ada", API_PASSWORD: "pass word" };
  expect(readEnvironment(api, pair).credentials).toEqual({
    basic: { username: "ada", password: "pass word" },
  });
});

test("a base URL alone is a mistake where a credential is needed, and enough where none is", () => {
  const given = { API_BASE_URL: "http://127.0.0.1:1" };
  expect(() => readEnvironment({ credentials: [token, basic], baseUrlVariable }, given)).toThrow(
    new EnvironmentError(
      "API_BASE_URL is set, and API_TOKEN or API_USERNAME and API_PASSWORD is not: set it too, or neither, to call a sandbox in this process",
    ),
  );
  expect(readEnvironment({ credentials: [], baseUrlVariable }, given)).toMatchObject({ credentials: {} });
  expect(readEnvironment({ credentials: [], baseUrlVariable }, {})).toMatchObject({ credentials: undefined });
});

test("a password without the user name that it belongs to is a mistake", () => {
  expect(() =>
    readEnvironment({ credentials: [token, basic], baseUrlVariable }, { API_PASSWORD: "pass word" }),
  ).toThrow(new EnvironmentError("API_PASSWORD is set, and API_USERNAME is not: set it too"));
});

test("secrets are taken out however they are written, and words that are no secrets are not", () => {
  const pair = { API_USERNAME: "ada", API_PASSWORD: 'pass"word ä' };
  const { secrets } = readEnvironment({ credentials: [basic], baseUrlVariable }, pair);
  const redact = redacting(secrets);
  const sent = `Basic ${Buffer.from(`ada:${pair.API_PASSWORD}`).toString("base64")}`;
  for (const text of [sent, pair.API_PASSWORD, JSON.stringify(pair), encodeURIComponent(pair.API_PASSWORD)]) {
    expect(redact(`before ${text} after`)).toMatch(/^before .*\*\*\*.* after$/);
    expect(redact(text)).not.toContain("word");
  }
  expect(redact("ada is named")).toBe("ada is named");
  expect(redacting(["short"])("a short one")).toBe("a short one");
});
