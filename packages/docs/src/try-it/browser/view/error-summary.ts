import type { VNode } from "preact";
import { type Issue, idOf } from "../draft/issue.ts";
import { focusLater } from "./context.ts";
import { h } from "./h.ts";

type ErrorSummaryProps = { readonly issues: readonly Issue[]; readonly onSendAnyway: () => void };

/** Everything that is wrong, with a way to each place. It has the focus after a call that was not made. */
export function ErrorSummary({ issues, onSendAnyway }: ErrorSummaryProps): VNode | null {
  if (issues.length === 0) return null;
  return h(
    "section",
    { id: "mistakes", class: "mistakes", tabIndex: -1, "aria-labelledby": "mistakes-title" },
    h("h3", { id: "mistakes-title" }, "This was not sent"),
    h(
      "ul",
      null,
      issues.map(({ path, text }) =>
        h(
          "li",
          { key: `${idOf(path)} ${text}` },
          h(
            "a",
            {
              href: `#${encodeURIComponent(idOf(path))}`,
              onClick: (event) => {
                event.preventDefault();
                focusLater(idOf(path));
              },
            },
            text,
          ),
        ),
      ),
    ),
    h("button", { type: "button", class: "button", onClick: onSendAnyway }, "Send it all the same"),
  );
}
