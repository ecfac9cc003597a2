import type { VNode } from "preact";
import { type Issue, idOf } from "../draft/issue.ts";
import { Button } from "./button.tsx";
import { focusLater } from "./context.ts";

type ErrorSummaryProps = { readonly issues: readonly Issue[]; readonly onSendAnyway: () => void };

/** Everything that is wrong, with a way to each place. It has the focus after a call that was not made. */
export function ErrorSummary({ issues, onSendAnyway }: ErrorSummaryProps): VNode | null {
  if (issues.length === 0) return null;
  return (
    <section id="mistakes" class="mistakes" tabIndex={-1} aria-labelledby="mistakes-title">
      <h3 id="mistakes-title">This was not sent</h3>
      <ul>
        {issues.map(({ path, text }) => (
          <li key={`${idOf(path)} ${text}`}>
            <a
              href={`#${encodeURIComponent(idOf(path))}`}
              onClick={(event) => {
                event.preventDefault();
                focusLater(idOf(path));
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
      <Button text="Send it all the same" onClick={onSendAnyway} />
    </section>
  );
}
