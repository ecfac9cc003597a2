import { registerHooks } from "node:module";
import { adaptRedoc, isRedoc } from "../redoc-source.ts";

type Redoc = Pick<typeof import("../reference.ts"), "prepareReference"> &
  Pick<typeof import("./theme.ts"), "redocTheme">;

let redoc: Promise<Redoc> | undefined;

/**
 * What the build alone needs of Redoc: it reads descriptions. Redoc and React choose at their first import what they are:
 * adapted, and the production build.
 */
export function loadRedoc(): Promise<Redoc> {
  redoc ??= (async () => {
    process.env["NODE_ENV"] = "production";
    registerHooks({
      load(url, context, nextLoad) {
        const loaded = nextLoad(url, context);
        return isRedoc(url) ? { ...loaded, source: adaptRedoc(String(loaded.source)) } : loaded;
      },
    });
    return { ...(await import("../reference.ts")), ...(await import("./theme.ts")) };
  })();
  return redoc;
}
