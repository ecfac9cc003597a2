import type { RequestBody } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { readBody } from "../request/body.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { checkVisitors, VisitorsError } from "../state/check-visitors.ts";
import { UserIdTakenError, type VisitorStore } from "../state/visitor-store.ts";
import type { Problem } from "../validation/problem.ts";
import type { Validate } from "../validation/validators.ts";

/** The largest list of visitors that is taken, in bytes: about a hundred thousand of them. */
const LIMIT = 100 * 1024 * 1024;

/** Any JSON, since the visitors in it are checked one by one. */
const BODY: RequestBody = {
  description: "",
  required: true,
  content: [{ name: "application/json", kind: "json", schema: undefined, encoding: {}, examples: [] }],
};

/**
 * Adds the visitors of a request to a store, all or none of them.
 *
 * @throws Refusal 400 with one problem for each mistake, 409, 413 or 415.
 */
export async function readSeed(
  received: Received,
  description: Description,
  checkVisitor: Validate,
  visitors: VisitorStore,
): Promise<void> {
  const body = await readBody(BODY, description, received, LIMIT);
  try {
    await visitors.put(checkVisitors(body, checkVisitor));
  } catch (error) {
    if (error instanceof VisitorsError) throw new Refusal(400, problemsIn(error));
    if (error instanceof UserIdTakenError) {
      const message = `[${error.index}].user_id cannot be taken: ${error.message}`;
      throw new Refusal(409, [{ message, field: `${error.index}.user_id` }]);
    }
    throw error;
  }
}

function problemsIn({ problems, total }: VisitorsError): readonly Problem[] {
  const left = total - problems.length;
  return left === 0 ? problems : [...problems, { message: `and ${left} more mistakes` }];
}
