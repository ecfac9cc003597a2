import type { SecurityScheme } from "@visitors-api/codegen";
import type { VNode } from "preact";
import type { Target } from "../call/connection.ts";
import type { Credential } from "../call/mask.ts";
import { sandboxToken } from "../sandbox-token.ts";

type CredentialsProps = { readonly target: Target; readonly credentials: readonly SecurityScheme[] };

/**
 * Where the reader's credentials are entered. They stay in these elements and nowhere else: not in the state of the page, its
 * address, a store or an attribute. The elements belong to one target, so that nothing entered for one is sent to another.
 */
export function CredentialsView({ target, credentials }: CredentialsProps): VNode {
  const isInPage = target === "page";
  const token = sandboxToken(credentials);
  return (
    <>
      {credentials.flatMap((credential) => {
        const isBasic = credential.kind === "basic";
        const accepted = isBasic ? token.split(":") : [token];
        return partsOf(credential).map((title, part) => {
          const id = nameOf(credential, part);
          // A user name is no secret, and neither is what the sandbox accepts.
          const isSecret = !isInPage && !(isBasic && part === 0);
          const attributes = {
            id,
            name: id,
            autoComplete: "off",
            spellcheck: false,
            "aria-describedby": `hint:${id}`,
          };
          return (
            <div class="field" key={id}>
              <label for={id}>{title}</label>
              <p class="hint" id={`hint:${id}`}>
                {hintFor(target, credential.description)}
              </p>
              {isSecret ? (
                <input {...attributes} type="password" />
              ) : (
                <input {...attributes} type="text" defaultValue={isInPage ? accepted[part] : undefined} />
              )}
            </div>
          );
        });
      })}
    </>
  );
}

function hintFor(target: Target, hint: string): string {
  if (target === "page") return "The sandbox in this page accepts this one; any other is a wrong one.";
  const kept = "Kept in this page's memory alone, and sent to the base URL alone.";
  const any =
    target === "local" ? "The local sandbox accepts any, unless it was started with --token." : hint;
  return [any, kept].filter(Boolean).join(" ");
}

function partsOf({ kind, parameter, name }: SecurityScheme): string[] {
  switch (kind) {
    case "basic":
      return ["User name", "Password"];
    case "bearer":
      return ["Access token"];
    default:
      return [`API key (${parameter ?? name})`];
  }
}

function nameOf({ name }: SecurityScheme, part: number): string {
  return `credential:${encodeURIComponent(name)}:${part}`;
}

/** What is entered at the moment of a call. */
export function enteredCredentials(form: HTMLFormElement, schemes: readonly SecurityScheme[]): Credential[] {
  const data = new FormData(form);
  return schemes.map((scheme) => ({
    scheme,
    parts: partsOf(scheme).map((_, part) => String(data.get(nameOf(scheme, part)) ?? "").trim()),
  }));
}
