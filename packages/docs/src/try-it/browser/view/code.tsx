import { isObject } from "@visitors-api/openapi";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { languages } from "../../../samples/emit/index.ts";
import { makeRequest, type ParameterValue } from "../../../samples/make-request.ts";
import { sampleFile } from "../../../samples/request.ts";
import { writeBody } from "../../../samples/write-body.ts";
import type { TryPage } from "../../try-page.ts";
import { plainNumbers } from "../draft/exact-number.ts";
import { type FormState, type FormValues, readForm } from "../draft/form-state.ts";
import { Block } from "./block.tsx";

type CodeProps = {
  readonly page: TryPage;
  readonly state: FormState;
  /** Where the API is, when it is not where the description says. */
  readonly baseUrl: string | undefined;
};

/** What is entered as code to copy. Credentials are what the reader's environment holds. */
export function CodeView({ page, state, baseUrl }: CodeProps): VNode {
  const samples = samplesOf(page, readForm(page.form, state), baseUrl);
  const [chosen, setChosen] = useState(samples[0]?.label);
  const shown = samples.find(({ label }) => label === chosen) ?? samples[0];
  return (
    <section class="part" aria-labelledby="code-title">
      <h3 id="code-title">As code</h3>
      <div class="card">
        <div class="head">
          <select
            aria-label="Language of the code"
            value={shown?.label}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {samples.map(({ label }) => (
              <option key={label}>{label}</option>
            ))}
          </select>
          <button type="button" class="button bare" data-copy-shown aria-label="Copy the code">
            Copy
          </button>
        </div>
        <Block name={`Code in ${shown?.label ?? "no language"}`}>{shown?.source}</Block>
      </div>
    </section>
  );
}

/** In languages whose numbers are not as exact as text, the nearest ones. */
function samplesOf(page: TryPage, values: FormValues, baseUrl: string | undefined) {
  const called = { ...page.called, baseUrl };
  const request = makeRequest(called, parameterValues(page, values), bodyOf(page, values));
  return languages.flatMap(({ label, emit }) => {
    const source = emit(request, called);
    return source === undefined ? [] : [{ label, source }];
  });
}

/** A path has to have a value for each of its parameters: an empty one, until there is another. */
function parameterValues({ parameters }: TryPage, values: FormValues): ParameterValue[] {
  return parameters.flatMap((parameter): ParameterValue[] => {
    const given = parameter.in === "header" ? values.headers : values.parameters;
    const value = plainNumbers(Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined);
    if (value === undefined) return parameter.in === "path" ? [{ parameter, value: "" }] : [];
    return [{ parameter, value }];
  });
}

function bodyOf({ body, form }: TryPage, values: FormValues) {
  if (body === undefined || form.body === undefined || values.body === undefined) return undefined;
  const { mediaType } = form.body;
  const value = withSampleFiles(plainNumbers(values.body), "file");
  return {
    example: undefined,
    title: undefined,
    offered: body.offered,
    mediaType,
    value,
    body: writeBody(value, body, mediaType),
  };
}

/** Code opens a file by its name; what is in it is not looked at here. */
function withSampleFiles(value: unknown, name: string): unknown {
  if (value instanceof Blob) return sampleFile(name, value.type || "application/octet-stream");
  if (Array.isArray(value)) return value.map((item) => withSampleFiles(item, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSampleFiles(inner, key)]));
}
