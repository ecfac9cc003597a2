import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { rolldown } from "rolldown";
import { adaptRedoc, applyChanges } from "../redoc-source.ts";
import { displayChanges } from "./display-changes.ts";

let display: Promise<string> | undefined;

/**
 * The half of Redoc that shows pages, as a module; the other half, which reads descriptions, is needed by the build alone.
 * It is less than half of the whole, which counts for readers: their browsers parse and run it when they first touch a page.
 *
 * The server renders with this same module. styled-components names classes by the order in which components are made, so
 * that only the same module gives the same names.
 */
export function redocDisplay(): Promise<string> {
  display ??= makeDisplay();
  return display;
}

async function makeDisplay(): Promise<string> {
  const path = createRequire(import.meta.url).resolve("redoc");
  const whole = applyChanges(adaptRedoc(await readFile(path, "utf8")), displayChanges);
  const build = await rolldown({
    input: "display",
    plugins: [inMemory({ display: entry, whole: withPureMarks(withoutFunction(whole)) })],
    external: (id) => id !== "display" && id !== "whole",
    treeshake: { manualPureFunctions: [...styledComponents], propertyReadSideEffects: false },
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "es" });
  await build.close();
  return output[0].code;
}

const entry = `export { RedoclyApiDocsStandalone, ServerStyleSheet } from "whole";`;

/** What makes components from a tagged template, which cannot carry a mark of its own. */
const styledComponents = ["styled", "styled$1", "css", "keyframes", "createGlobalStyle"];

function inMemory(modules: Record<string, string>) {
  return {
    name: "in-memory",
    resolveId: (id: string) => (id in modules ? id : undefined),
    load: (id: string) => modules[id],
  };
}

const exported =
  "RedoclyApiDocs,RedocStandalone,RedoclyApiDocsStandalone,convertSwagger2OpenAPI,logoFromSpec,prepareApiDocs";

/** Everything in Redoc's bundle stands in one function, where no bundler leaves anything out; here it does no longer. */
function withoutFunction(source: string): string {
  return applyChanges(source, [
    { why: "the function's start", from: `const{${exported}}=(()=>{`, to: "" },
    {
      why: "what it returns",
      from: "return{RedoclyApiDocs,RedocStandalone:",
      to: "const RedocStandalone=",
    },
    {
      why: "the function's end",
      from: ",RedoclyApiDocsStandalone,convertSwagger2OpenAPI,logoFromSpec,prepareApiDocs}})();",
      to: ";",
    },
  ]);
}

/**
 * Marks calls that do nothing but make a value, so that what nobody uses of them is left out: modules that run when they
 * are first needed (`s(((e,t)=>…`, `o((()=>…`, `H({"…"(e,t)…`, and `FP`, `u`, `c`, which give access to them), descriptions of
 * types (`Q`), highlighted languages (`m3`, `r3`) and the wrappers of components.
 */
function withPureMarks(source: string): string {
  return source
    .replace(/(?<==)(?=s\(\(\(|o\(\(\(\)=>|H\(\{"|c\(\{)/g, pure)
    .replace(/(?<==)(FP|u)\((?=\w+\(\)[,)])/g, `${pure}$1(${pure}`)
    .replace(/(?<=[=:,[])(?=(?:Q|m3|r3)\(`)/g, pure)
    .replace(/(?<==)(?=(?:memo|forwardRef|createContext|jB)\()/g, pure);
}

const pure = "/*@__PURE__*/";
