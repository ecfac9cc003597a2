import { run } from "@visitors-api/machine/run";
import { type PublishedPackage, scope } from "../packages.ts";
import { registryOptions, type Target } from "../publish.ts";
import { type Finding, inPlace, missing, notKnown } from "./finding.ts";

/** Whether the names are free, or this repository's already. */
export async function checkNames(
  packages: readonly PublishedPackage[],
  target: Target,
  repository: string | undefined,
): Promise<Finding[]> {
  return Promise.all(
    packages.map(async ({ name }) => {
      const what = `The name ${name} is free, or this repository's`;
      const view = ["view", name, "name", "repository.url", "--json", ...registryOptions(target)];
      const { status, output } = await run("npm", view, { cwd: target.settings });
      if (/\bE404\b/.test(output)) return inPlace(what);
      if (status !== 0) return notKnown(what, `The registry could not be asked: ${firstLine(output)}`);
      if (repository && output.includes(`github.com/${repository}.git`)) return inPlace(what);
      return missing(
        what,
        `Somebody has it, https://www.npmjs.com/package/${name}. Choose another scope or name`,
      );
    }),
  );
}

/** Whether somebody is logged in who can create packages of the scope. npm asks for a second factor when one is created. */
export async function checkAccount(target: Target): Promise<Finding[]> {
  const npm = (...args: string[]) =>
    run("npm", [...args, ...registryOptions(target)], { cwd: target.settings });
  const { status, stdout } = await npm("whoami");
  const user = stdout.trim();
  const login = "Somebody is logged in to npm on this machine";
  if (status !== 0 || user === "")
    return [missing(login, "npm login (an account: https://www.npmjs.com/signup)")];
  return [
    inPlace(`${login}: ${user}`),
    await checkSecondFactor(user, await npm("profile", "get", "--json")),
    await checkScope(user, await npm("org", "ls", scope.slice(1), user, "--json")),
  ];
}

type Answer = Awaited<ReturnType<typeof run>>;

function checkSecondFactor(user: string, { status, stdout, output }: Answer): Finding {
  const what = `${user} has a second factor, without which npm lets nobody trust a workflow`;
  const page = `https://www.npmjs.com/settings/${user}/tfa`;
  if (status !== 0) return notKnown(what, `npm could not say: ${firstLine(output)}\nLook: ${page}`);
  const { tfa }: { tfa?: { mode?: string; pending?: boolean } | boolean | null } = JSON.parse(stdout);
  const isOn = typeof tfa === "object" && tfa !== null && tfa.mode !== undefined && tfa.pending !== true;
  return isOn ? inPlace(what) : missing(what, `Turn it on: ${page}`);
}

function checkScope(user: string, { status, stdout }: Answer): Finding {
  const what = `${user} may create packages of ${scope}`;
  if (scope === `@${user}`) return inPlace(what);
  const isMember = status === 0 && new RegExp(`"${user}"\\s*:`).test(stdout);
  const advice =
    `Create the organization, https://www.npmjs.com/org/create, or be made a member of it: ` +
    `https://www.npmjs.com/settings/${scope.slice(1)}/members`;
  return isMember ? inPlace(what) : missing(what, advice);
}

function firstLine(output: string): string {
  return output.trim().split("\n")[0] ?? "";
}
