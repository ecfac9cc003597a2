import type { Problem } from "./problem.ts";
import type { Mistake } from "./problems.ts";

/** Says a mistake in a sentence about the property it is in. */
export function describeUnit([unit, ...alternatives]: Mistake): Problem {
  const path = pathOf(unit.instanceLocation);
  if (unit.keyword === "required") {
    const names = [unit, ...alternatives].map(({ error }) => joinPath(path, quotedIn(error)));
    return { message: `${names.join(" or ")} is required`, field: names[0] ?? path };
  }
  const subject = path === "" ? "The value" : path;
  const message = `${subject} ${predicate(unit.keyword, unit.error)}`;
  return path === "" ? { message } : { message, field: path };
}

// The validator names what it expected only in its message; the version in use is pinned, and a test holds the forms.
function predicate(keyword: string, error: string): string {
  switch (keyword) {
    case "type":
      return `must be ${after(error, "Expected ").split(", ").map(withArticle).join(" or ")}`;
    case "const":
      return `must be ${after(error, "does not match ")}`;
    case "enum":
      return `must be one of ${after(error, "any of ")
        .replace(/^\[|\]$/g, "")
        .replaceAll(",", ", ")}`;
    case "false":
      return "is not allowed";
    default:
      return `is not valid: ${error}`;
  }
}

function after(error: string, marker: string): string {
  const start = error.indexOf(marker);
  return (start < 0 ? error : error.slice(start + marker.length)).replace(/\.$/, "");
}

function withArticle(quotedType: string): string {
  const type = quotedType.replaceAll('"', "");
  if (type === "null") return type;
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function quotedIn(error: string): string {
  return /"(.*)"/s.exec(error)?.[1] ?? "";
}

/** `#/a/b~1c/0` (a JSON Pointer in a fragment, RFC 6901 § 6) as `a.b/c.0`. */
function pathOf(instanceLocation: string): string {
  return instanceLocation
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
