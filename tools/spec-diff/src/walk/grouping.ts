import type { Body, Grouping, Model } from "@visitors-api/codegen";
import type { Findings } from "./findings.ts";
import type { Named } from "./named-operation.ts";
import { code, spotOf } from "./values.ts";

type Input = Model["operations"][number]["input"];

/**
 * Compares whether the input of a method holds the body as `body`, or the properties of the body as its own. Neither body nor parameters
 * have to break for it: what is new beside them may be called as they are.
 */
export function compareGroupings(findings: Findings, before: Named, after: Named): void {
  const [was, is] = [before.model.input, after.model.input];
  const others = new Map(bodiesOf(is).map((body) => [body.mediaType, body]));
  for (const one of bodiesOf(was)) {
    // What is sent unless a call chooses another may be of another media type now.
    const isUsual = one === was.body;
    const other = isUsual ? is.body : others.get(one.mediaType);
    if (!other || (one.grouped === undefined) === (other.grouped === undefined)) continue;
    const words = {
      subject: code(after.id),
      name: isUsual ? "" : code(one.mediaType),
      why: other.grouped ? whyGrouped(other.grouped) : whyFlat(one.grouped, is),
    };
    const kind = other.grouped ? "body-grouped" : "body-flattened";
    findings.add(
      kind,
      words,
      spotOf(before.operation, "requestBody"),
      spotOf(after.operation, "requestBody"),
    );
  }
}

function bodiesOf({ body, choices }: Input): readonly Body[] {
  return body ? [body, ...choices] : [];
}

function whyGrouped(grouping: Grouping): string {
  switch (grouping.why) {
    case "no-object":
      return "it may be something else than an object";
    case "any-name":
      return "its properties may have any name, those of the parameters among them";
    case "same-name":
      return `a parameter and a property of it are both called ${code(grouping.name)}`;
  }
}

function whyFlat(grouping: Grouping | undefined, { types }: Input): string {
  // What is left is the body.
  if (types.length === 1) return "there is no parameter beside it any more";
  switch (grouping?.why) {
    case "same-name":
      return `no parameter and no property share the name ${code(grouping.name)} any more`;
    case "any-name":
      return "they are described now, and none is called as a parameter is";
    default:
      return "it is always an object now";
  }
}
