import { writeFileSync } from "node:fs";
import { join } from "node:path";
import document from "@visitors-api/spec" with { type: "json" };
import { describe, expect, onTestFinished, test } from "vitest";
import { start } from "../support/command.ts";
import { putRequest } from "../support/described-answers.ts";
import { temporaryFolder } from "../support/folder.ts";
import { SEED_REQUEST } from "./described.ts";

describe("what it does for visitors it does", () => {
  const shown = async (description: object, body: object = SEED_REQUEST) => {
    const file = join(temporaryFolder(), "openapi.json");
    writeFileSync(file, JSON.stringify(description));
    const { url, signal } = await start(["--port", "0", "--description", file]);
    onTestFinished(() => signal("SIGKILL"));
    const headers = { authorization: "Bearer any" };
    const kept = await fetch(`${url}/_sandbox/visitors`, { headers });
    const updated = await fetch(`${url}/visitors`, putRequest({ ...body, name: "Changed" }));
    return { kept: kept.status, updated: updated.status, body: await updated.json() };
  };
  const changed = (change: (copy: typeof document) => void): object => {
    const copy = structuredClone(document);
    change(copy);
    return copy;
  };

  test("where a description has them, under whatever title and version", async () => {
    const description = changed((copy) => Object.assign(copy.info, { title: "Ours", version: "99" }));
    expect(await shown(description)).toMatchObject({ kept: 200, updated: 200, body: { name: "Changed" } });
  });

  test("not where an operation of that name is about something else, which is answered with its example", async () => {
    const description = changed((copy) => {
      const example = { example: { updated: "something else" } };
      Object.assign(copy.paths["/visitors"].put.responses, {
        "200": { description: "", content: { "application/json": example } },
      });
    });
    expect(await shown(description)).toMatchObject({ kept: 200, body: { updated: "something else" } });
  });

  test("not where its visitors have other keys", async () => {
    const description = changed((copy) => {
      Object.assign(copy.components.schemas, { Visitor: { type: "object", properties: { number: {} } } });
    });
    expect(await shown(description)).toMatchObject({
      kept: 404,
      updated: 200,
      body: { name: "Gareth Bale" },
    });
  });
});
