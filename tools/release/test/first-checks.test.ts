import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkAccount, checkNames } from "../src/first/account.ts";
import { checkFirst, reportFindings } from "../src/first/first.ts";
import { checkRecords } from "../src/first/records.ts";
import { checkIsPublic, checkRepositoryFields, findRepository } from "../src/first/repository.ts";
import { checkWorkflow, findPublishingJob } from "../src/first/workflow.ts";
import { type PublishedPackage, publishedPackages } from "../src/packages.ts";
import type { Target } from "../src/publish.ts";
import { root as ownRoot } from "../src/root.ts";
import { succeed } from "../src/succeed.ts";
import { read, repository, writeChangeset } from "./support/repository.ts";

/** A server that answers each of these addresses with JSON, and all others with 404. */
async function serving(answers: Readonly<Record<string, object>>): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const answer = answers[decodeURIComponent(url)];
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: "Not found" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function asking(root: string, answers: Readonly<Record<string, object>>): Promise<Target> {
  const registry = await serving(answers);
  const settings = join(root, "settings");
  mkdirSync(settings);
  const token = `${registry.replace("http:", "")}/:_authToken=secret`;
  writeFileSync(join(settings, ".npmrc"), `cache=${join(settings, "cache")}\nfetch-retries=0\n${token}\n`);
  writeFileSync(join(settings, "package.json"), "{}");
  return { settings, registry, repository: undefined };
}

const here = "somebody/api";
const url = `git+https://github.com/${here}.git`;

function saysWhere(root: string): PublishedPackage[] {
  return publishedPackages(root).map((one) => ({
    ...one,
    repository: { url, directory: one.folder },
  }));
}

const states = (findings: readonly { readonly state: string }[]) => findings.map(({ state }) => state);

test("the repository is the one that packages name or, where none does, where origin leads", async () => {
  const root = repository();
  expect(await findRepository(root, publishedPackages(root))).toBeUndefined();
  await succeed("git", ["init", "--quiet"], { cwd: root });
  await succeed("git", ["remote", "add", "origin", "git@github.com:other/api.git"], { cwd: root });
  expect(await findRepository(root, publishedPackages(root))).toBe("other/api");
  expect(await findRepository(root, saysWhere(root))).toBe(here);
});

test("each package has to say which repository it comes from, and from which folder of it", () => {
  const packages = publishedPackages(repository());
  expect(states(checkRepositoryFields(packages, here))).toEqual(packages.map(() => "missing"));
  expect(checkRepositoryFields(packages, here)[1]?.advice).toContain(
    `{"type":"git","url":"${url}","directory":"packages/client"}`,
  );
  expect(states(checkRepositoryFields(saysWhere(ownRoot), here))).toEqual(packages.map(() => "in place"));
  expect(states(checkRepositoryFields(saysWhere(ownRoot), "else/where"))).toContain("missing");
});

test("a repository that is private, or that GitHub does not know, cannot prove anything", async () => {
  const api = await serving({ "/repos/a/open": { private: false }, "/repos/a/closed": { private: true } });
  expect(await checkIsPublic("a/open", api)).toMatchObject({ state: "in place" });
  for (const name of ["a/closed", "a/none"])
    expect(await checkIsPublic(name, api)).toMatchObject({
      state: "missing",
      advice: expect.stringContaining(name),
    });
  expect(await checkIsPublic("a/open", "http://127.0.0.1:1")).toMatchObject({ state: "unknown" });
});

describe("the workflow that publishes", () => {
  function withWorkflow(text: string): string {
    const root = repository();
    mkdirSync(join(root, ".github/workflows"), { recursive: true });
    writeFileSync(join(root, ".github/workflows/publish.yaml"), text);
    return root;
  }

  test("here is as npm wants it", () => {
    const found = findPublishingJob(ownRoot);
    expect(found?.file).toBe("release.yml");
    expect(states(checkWorkflow(found))).toEqual(["in place", "in place", "in place"]);
  });

  test("has to be there, to have an identity, to run at GitHub's and to have an npm that knows how", () => {
    expect(checkWorkflow(findPublishingJob(repository()))).toMatchObject([{ state: "missing" }]);
    const root = withWorkflow(
      "permissions: { id-token: read }\njobs:\n  out:\n    runs-on: self-hosted\n    steps:\n      - { uses: actions/setup-node@v7, with: { node-version: 22 } }\n      - run: npm run release\n",
    );
    expect(states(checkWorkflow(findPublishingJob(root)))).toEqual(["missing", "missing", "missing"]);
  });

  test("is the one that releases, and not one that rehearses", () => {
    const root = withWorkflow("jobs: { try: { steps: [{ run: npm run release -- --dry-run }] } }\n");
    expect(findPublishingJob(root)).toBeUndefined();
  });
});

test("a name that somebody else has is said to be taken, and this repository's own is not", async () => {
  const root = repository();
  const [spec, client] = publishedPackages(root) as [PublishedPackage, PublishedPackage];
  const taken = (name: string, from: string) => ({
    [`/${name}`]: {
      name,
      "dist-tags": { latest: "1.0.0" },
      versions: { "1.0.0": { name, version: "1.0.0", repository: { type: "git", url: from } } },
    },
  });
  const target = await asking(root, {
    ...taken(spec.name, "git+https://github.com/else/where.git"),
    ...taken(client.name, url),
  });
  expect(states(await checkNames([spec, client], target, here))).toEqual(["missing", "in place"]);
});

describe("whoever publishes the first time", () => {
  const profile = (tfa: unknown) => ({ "/-/npm/v1/user": { name: "ann", tfa } });
  const user = { "/-/whoami": { username: "ann" } };
  const member = { "/-/org/visitors-api/user": { ann: "developer" } };

  test("is logged in, has a second factor and belongs to the scope", async () => {
    const target = await asking(repository(), {
      ...user,
      ...profile({ mode: "auth-and-writes", pending: false }),
      ...member,
    });
    expect(states(await checkAccount(target))).toEqual(["in place", "in place", "in place"]);
  });

  test("is told what is missing, and where to click", async () => {
    const target = await asking(repository(), {
      ...user,
      ...profile(false),
      "/-/org/visitors-api/user": { bob: "owner" },
    });
    expect(await checkAccount(target)).toMatchObject([
      { state: "in place" },
      { state: "missing", advice: expect.stringContaining("https://www.npmjs.com/settings/ann/tfa") },
      { state: "missing", advice: expect.stringContaining("https://www.npmjs.com/org/create") },
    ]);
  });
});

test("versions, changelogs, the kept description and tags agree before something is published", async () => {
  const root = repository();
  await succeed("git", ["init", "--quiet"], { cwd: root });
  const packages = publishedPackages(root);
  for (const { folder } of packages)
    writeFileSync(join(root, folder, "CHANGELOG.md"), "# It\n\n## 0.1.0\n\nFirst.\n");
  expect((await checkRecords(root, packages)).filter(({ state }) => state !== "in place")).toEqual([]);

  writeChangeset(root, "fix", { client: "patch" }, "Waits less.");
  writeFileSync(join(root, "spec/CHANGELOG.md"), "# It\n");
  const identity = ["-c", "user.name=a", "-c", "user.email=a@localhost"];
  await succeed("git", [...identity, "commit", "--quiet", "--allow-empty", "--message", "All"], {
    cwd: root,
  });
  await succeed("git", ["tag", "@visitors-api/client@0.1.0"], { cwd: root });
  const wrong = packages.map((one) =>
    one.folder === "spec" ? { ...one, version: "0.2.0", publishConfig: {} } : one,
  );
  const missing = (await checkRecords(root, wrong)).filter(({ state }) => state === "missing");
  expect(missing.map(({ what }) => what)).toEqual([
    "All changesets are versions",
    "The description is kept as spec/releases/0.2.0, to compare later ones with",
    "spec/CHANGELOG.md tells of 0.2.0",
    "spec/package.json asks for a public package with provenance",
    "There is no tag @visitors-api/client@0.1.0 yet",
  ]);
});

test("what is missing is reported, each with what to do, and what only the owner can see with where", async () => {
  const root = repository(["packages/client"]);
  const lines: string[] = [];
  reportFindings(await checkFirst(root, await asking(root, {})), (line) => lines.push(line));
  const report = lines.join("\n");
  expect(report).toMatch(/✗ The repository is on GitHub\n {6}Create one, https:\/\/github\.com\/new/);
  expect(report).toMatch(/✓ The name @visitors-api\/client is free/);
  expect(report).toMatch(/✗ Somebody is logged in to npm .*\n {6}npm login/);
  expect(report).toContain("Allow GitHub Actions to create and approve pull requests");
  expect(read(root, "packages/client/package.json")).not.toContain("repository");
});
