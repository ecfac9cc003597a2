import { rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findBase } from "../src/base/find-base.ts";
import { diffDescriptions } from "../src/diff.ts";
import { folderWith, git, specDiff, write } from "./support/command.ts";
import { aged, named, petsFile, release, renamed } from "./support/pets-file.ts";

const lost = petsFile("$ref: '#/components/schemas/Lost'");

/** A repository whose first commit has a description, and whose second has another one. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Describe pets");
  return folder;
}

test("a release with a mistake is compared all the same, and the mistake is a warning at its place", async () => {
  const folder = folderWith({ "spec/openapi.yaml": named, ...release("1.0.0", lost) });
  const { status, stdout, stderr } = await specDiff(folder);
  expect(status).toBe(0);
  expect(stdout).toContain("Changes: ");
  expect(stderr).toMatch(
    /^spec\/releases\/1\.0\.0\/openapi\.json:13:\d+: warning: Nothing is at `#\/components\/schemas\/Lost`.*\n$/,
  );
});

test("a revision with a mistake is compared, and the warning names the revision", async () => {
  const folder = repository({ "spec/openapi.yaml": lost });
  write(folder, { "spec/openapi.yaml": named });
  const { status, stderr } = await specDiff(folder, "HEAD");
  expect(status).toBe(0);
  expect(stderr).toMatch(/^HEAD:spec\/openapi\.yaml:13:\d+: warning: .*\n$/);
});

test("a release that nobody can read is told with its place", async () => {
  const folder = folderWith({ "spec/openapi.yaml": named, ...release("1.0.0", "[1, 2]") });
  const { status, stderr } = await specDiff(folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^spec\/releases\/1\.0\.0\/openapi\.json:1:1: This is not an OpenAPI/);
});

test("a description that had another name is found as revision:path, from the top or from here", async () => {
  const folder = repository({ "api/pets.yaml": renamed });
  git(folder, "mv", "api", "spec");
  git(folder, "mv", "spec/pets.yaml", "spec/openapi.yaml");
  git(folder, "commit", "--quiet", "--message", "Move");
  for (const base of ["HEAD^:api/pets.yaml", "HEAD^:./api/pets.yaml"]) {
    const { stdout, stderr } = await specDiff(folder, base);
    expect(stderr).toBe("");
    expect(stdout).toContain("Nothing that a reader could notice has changed.");
  }
  expect(await specDiff(folder, "HEAD^")).toMatchObject({
    status: 2,
    stderr:
      "The revision `HEAD^` has no spec/openapi.yaml. If it had another name then, say so: `HEAD^:<path>`.\n",
  });
});

test("a revision is read with what its description refers to outside of its folder, links included", async () => {
  const folder = folderWith({
    "spec/openapi.yaml": petsFile('$ref: "../shared/pet.yaml"'),
    "shared/real.yaml": "type: object\nproperties:\n  name: { $ref: '../names/name.yaml' }\n",
    "names/name.yaml": "type: string\n",
  });
  symlinkSync("real.yaml", join(folder, "shared/pet.yaml"));
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Describe pets");
  write(folder, { "names/name.yaml": "type: integer\n" });

  const { status, stdout, stderr } = await specDiff(folder, "HEAD");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("before  HEAD:names/name.yaml:1:1");
  expect(stdout).toContain("after   names/name.yaml:1:1");
});

test("a description is fetched from a URL, with what it refers to", async () => {
  const files = new Map([
    ["/v1/openapi.yaml", petsFile('$ref: "pet.yaml"')],
    ["/v1/pet.yaml", "type: object\nproperties:\n  name: { type: string }\n"],
  ]);
  const server = createServer(({ url = "" }, response) => {
    const text = files.get(url);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const folder = folderWith({ "spec/openapi.yaml": aged });
  const after = join(folder, "spec/openapi.yaml");

  const { location } = findBase(`http://127.0.0.1:${port}/v1/openapi.yaml`, after);
  const { changes } = await diffDescriptions(location, after);
  expect(changes.map(({ rule }) => rule)).toEqual([
    "type-removed",
    "response-property-required",
    "property-added",
  ]);
  expect(changes[1]?.before?.file).toBe(`http://127.0.0.1:${port}/v1/pet.yaml`);
});

test("what is no base is told with the reason: no repository, a shallow clone, only on the remote, or nowhere", async () => {
  const folder = repository({ "spec/openapi.yaml": named });
  git(folder, "branch", "feature");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "Nothing");
  const refused = async (where: string, base: string): Promise<string> => {
    const { status, stdout, stderr } = await specDiff(where, base);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    return stderr;
  };
  expect(await refused(folder, "no-such")).toContain("though the whole history is here");

  const clones = folderWith({});
  git(clones, "clone", "--quiet", "--depth", "1", `file://${folder}`, "shallow");
  const shallow = await refused(join(clones, "shallow"), "HEAD^");
  expect(shallow).toContain("this clone is shallow");
  expect(shallow).toContain("git fetch --unshallow");
  git(clones, "clone", "--quiet", `file://${folder}`, "whole");
  expect(await refused(join(clones, "whole"), "feature")).toContain("but `origin/feature` is.");

  rmSync(join(folder, ".git"), { recursive: true });
  expect(await refused(folder, "HEAD")).toContain("spec is in no git repository, for there is no .git");
});
