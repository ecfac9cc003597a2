import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test, vi } from "vitest";
import { freePort } from "../src/port.ts";

test("a port that is free is taken, and for one that is not another, which is said", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const port = await freePort(0);
  expect(port).toBeGreaterThan(0);
  expect(await freePort(port)).toBe(port);
  expect(said).not.toHaveBeenCalled();

  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const chosen = await freePort(port);
  other.close();

  expect(chosen).toBeGreaterThan(0);
  expect(chosen).not.toBe(port);
  expect(said).toHaveBeenCalledWith(`Port ${port} is taken; ${chosen} is used in its place.`);
  said.mockRestore();
});
