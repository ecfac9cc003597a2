import type { Description } from "../description/description.ts";
import type { Layer } from "../layer.ts";
import type { Reply } from "../request/incoming.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { authorize } from "../request/security.ts";
import { errorReply } from "../response/errors.ts";
import { replyWith } from "../response/reply.ts";
import { guardOf } from "./guard.ts";
import { findRoute, HEALTH } from "./routes.ts";
import type { AdminSurroundings } from "./surroundings.ts";

/** Where the sandbox answers for itself, apart from the API that it behaves as. */
const PREFIX = "/_sandbox";

/** Where whoever asks is told that it is up. */
export const HEALTH_PATH = `${PREFIX}/health`;

/**
 * Answers requests below `/_sandbox/`: what the sandbox holds, and putting it into the state that a test wants. It takes
 * the credential that the API takes, but for asking whether it is up, and its errors have the shape that the API's have.
 */
export function admin(description: Description, surroundings: AdminSurroundings): Layer {
  const guard = guardOf(description, surroundings.token);

  async function answer(received: Received): Promise<Reply> {
    const { method, url } = received;
    const perform = findRoute(surroundings.collections, method, url.pathname.slice(PREFIX.length));
    if (perform !== HEALTH) authorize(guard.alternatives, received, surroundings.token);
    return replyWith(200, "application/json", await perform({ ...surroundings, description, received }));
  }

  function refuse(received: Received, error: unknown): Promise<Reply> {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, [{ message: error instanceof Error ? error.message : String(error) }]);
    // The operation's documented error is about a credential in the same words; any other is about the operation.
    const operation = refusal.status === 401 ? guard.operation : undefined;
    return errorReply(description, operation, refusal, received.id);
  }

  return (next) => (received) => {
    const { pathname } = received.url;
    if (pathname !== PREFIX && !pathname.startsWith(`${PREFIX}/`)) return next(received);
    return answer(received).catch((error: unknown) => refuse(received, error));
  };
}
