import { createElement, type ReactElement, type ReactNode, useContext, useMemo } from "react";
import { UNSAFE_NavigationContext as NavigationContext, type Navigator, type To } from "react-router";

export type PageLinksProps = {
  /** The site's pages as Redoc names them, without a slash at the end. */
  routes: ReadonlySet<string>;
  children: ReactNode;
};

/**
 * Gives the paths of pages the slash at the end that they have on a static host, which would answer with a redirect
 * otherwise: in links, on the server as in the browser, and in the address bar. It stands inside a router.
 */
export function PageLinks({ routes, children }: PageLinksProps): ReactElement {
  const context = useContext(NavigationContext);
  const value = useMemo(() => {
    return { ...context, navigator: withSlashes(context.navigator, (path) => folderPath(path, routes)) };
  }, [context, routes]);
  return createElement(NavigationContext.Provider, { value }, children);
}

function withSlashes(navigator: Navigator, toFolder: (path: string) => string): Navigator {
  const target = (to: To): To => {
    if (typeof to !== "string") return to.pathname ? { ...to, pathname: toFolder(to.pathname) } : to;
    const [path = "", rest = ""] = to.split(/(?=[?#])(.*)/s);
    return path === "" ? to : toFolder(path) + rest;
  };
  return {
    ...navigator,
    createHref: (to) => navigator.createHref(target(to)),
    go: (delta) => navigator.go(delta),
    push: (to, state, options) => navigator.push(target(to), state, options),
    replace: (to, state, options) => navigator.replace(target(to), state, options),
  };
}

function folderPath(path: string, routes: ReadonlySet<string>): string {
  return routes.has(path) && !path.endsWith("/") ? `${path}/` : path;
}
