import type { CalledOperation } from "../make-request.ts";
import type { SampleRequest } from "../request.ts";
import { emitCurl } from "./curl.ts";
import { emitFetch } from "./fetch.ts";
import { emitGo } from "./go.ts";
import { emitPython } from "./python.ts";
import { emitTypescript } from "./typescript.ts";

export type Language = {
  /** What it is highlighted as. */
  readonly lang: string;
  /** What readers choose it by. */
  readonly label: string;
  /** Undefined when a request cannot be shown in this language. */
  readonly emit: (request: SampleRequest, shown: CalledOperation) => string | undefined;
};

/** In the order that readers see. */
export const languages: readonly Language[] = [
  { lang: "typescript", label: "TypeScript", emit: emitTypescript },
  { lang: "bash", label: "curl", emit: emitCurl },
  { lang: "javascript", label: "fetch", emit: emitFetch },
  { lang: "python", label: "Python", emit: emitPython },
  { lang: "go", label: "Go", emit: emitGo },
];
