import { ApiError, CallError } from "../../src/index.ts";
import {
  type ErrorList,
  isApiError,
  NotFoundError,
  type OperationErrors,
  UnauthorizedError,
} from "../notes/generated/index.ts";

export function narrowByOperation(error: unknown): string | undefined {
  // @ts-expect-error Nothing is known of what was caught.
  void error.status;
  if (!isApiError(error, "updateNote")) return undefined;
  const all: OperationErrors["updateNote"] = error;
  const list: ErrorList = error.body;
  const requestId: string | undefined = error.requestId;
  const headers: Headers = error.headers;
  const said: [string, string, string, number] = [error.operation, error.method, error.url, error.attempts];
  void [all, requestId, headers, said];
  if (error instanceof NotFoundError) {
    const status: 404 = error.status;
    // @ts-expect-error It is 404.
    const other: 401 = error.status;
    void [status, other];
  }
  return list.errors?.[0]?.message ?? undefined;
}

export function narrowByClass(error: unknown): void {
  if (error instanceof UnauthorizedError) {
    const status: 401 = error.status;
    void status;
  }
  if (error instanceof ApiError) {
    const status: number = error.status;
    void status;
    // @ts-expect-error Which operation it is about is not known, so neither is its body.
    void error.body.errors;
  }
  if (error instanceof CallError) {
    const attempts: number = error.attempts;
    void attempts;
    // @ts-expect-error A call that did not get an answer has no status.
    void error.status;
  }
}

export function unknownOperation(error: unknown): void {
  // @ts-expect-error There is no such operation.
  isApiError(error, "notAnOperation");
}

export function errorsAreNotChanged(error: NotFoundError): void {
  // @ts-expect-error What happened has happened.
  error.status = 404;
}
