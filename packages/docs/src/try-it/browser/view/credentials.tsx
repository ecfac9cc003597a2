import type { VNode } from "preact";
import type { CredentialField } from "../../try-page.ts";
import type { Target } from "../call/connection.ts";
import type { Credential } from "../call/mask.ts";
import { sandboxToken } from "../sandbox-token.ts";

type CredentialsProps = { readonly target: Target; readonly credentials: readonly CredentialField[] };

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
                {hintFor(target, credential.hint)}
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

function hintFor(target: Target, hint: string | undefined): string {
  if (target === "page") return "The sandbox in this page accepts this one; any other is a wrong one.";
  const kept = "Kept in this page's memory alone, and sent to the base URL alone.";
  const any =
    target === "local" ? "The local sandbox accepts any, unless it was started with --token." : hint;
  return [any, kept].filter(Boolean).join(" ");
}

function partsOf({ kind, parameter, scheme }: CredentialField): string[] {
  switch (kind) {
    case "basic":
      return ["User name", "Password"];
    case "bearer":
      return ["Access token"];
    default:
      return [`API key (${parameter ?? scheme})`];
  }
}

function nameOf({ scheme }: CredentialField, part: number): string {
  return `credential:${encodeURIComponent(scheme)}:${part}`;
}

/** What is entered at the moment of a call. */
export function enteredCredentials(form: HTMLFormElement, fields: readonly CredentialField[]): Credential[] {
  const data = new FormData(form);
  return fields.map((field) => ({
    field,
    parts: partsOf(field).map((_, part) => String(data.get(nameOf(field, part)) ?? "").trim()),
  }));
}
