import { Fragment, type VNode } from "preact";
import type { CredentialField } from "../../try-page.ts";
import type { Target } from "../call/connection.ts";
import type { Credential } from "../call/mask.ts";
import { sandboxToken } from "../sandbox-token.ts";
import { h } from "./h.ts";

type CredentialsProps = { readonly target: Target; readonly credentials: readonly CredentialField[] };

/**
 * Where the reader's credentials are entered. They stay in these elements and nowhere else: not in the state of the page, its
 * address, a store or an attribute. The elements belong to one target, so that nothing entered for one is sent to another.
 */
export function CredentialsView({ target, credentials }: CredentialsProps): VNode {
  const token = sandboxToken(credentials);
  return h(
    Fragment,
    null,
    credentials.map((credential) => {
      const { scheme, kind, hint } = credential;
      const parts = partsOf(credential);
      const known = kind === "basic" ? token.split(":") : [token];
      return h(
        Fragment,
        { key: scheme },
        parts.map((title, part) => {
          const id = nameOf(credential, part);
          const isSecret = target !== "page" && !(kind === "basic" && part === 0);
          const attributes = {
            id,
            name: id,
            autoComplete: "off",
            spellcheck: false,
            "aria-describedby": `hint:${id}`,
          };
          return h(
            "div",
            { class: "field", key: id },
            h("label", { for: id }, title),
            h("p", { class: "hint", id: `hint:${id}` }, hintFor(target, hint)),
            isSecret
              ? h("input", { ...attributes, type: "password" })
              : h("input", {
                  ...attributes,
                  type: "text",
                  defaultValue: target === "page" ? (known[part] ?? "") : "",
                }),
          );
        }),
      );
    }),
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
  return fields.map((field) => ({
    field,
    parts: partsOf(field).map((_, part) => {
      const input = form.elements.namedItem(nameOf(field, part));
      return input instanceof HTMLInputElement ? input.value.trim() : "";
    }),
  }));
}
