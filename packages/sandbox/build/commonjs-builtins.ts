import type { Plugin } from "esbuild";

/** Lets CommonJS that is bundled into ES modules ask for modules of Node: there is no `require` that would give them. */
export const commonJsBuiltins: Plugin = {
  name: "commonjs-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z]+)?$/ }, ({ path, kind }) =>
      kind === "require-call" && process.getBuiltinModule(path)
        ? { path, namespace: "commonjs-builtin" }
        : undefined,
    );
    onLoad({ filter: /./, namespace: "commonjs-builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};
