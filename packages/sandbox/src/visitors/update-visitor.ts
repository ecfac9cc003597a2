import type { operations } from "@visitors-api/client";
import type { Handler } from "./handler.ts";

export const updateVisitor: Handler<operations["updateVisitor"]> = async ({ body, collections, now }) => {
  const visitor = await collections.visitors.update(body, (current) => ({
    ...current,
    ...(body.name !== undefined && { name: body.name }),
    custom_attributes: { ...current.custom_attributes, ...body.custom_attributes },
    // Never earlier than before, whatever the clock does.
    updated_at: Math.max(Math.floor(now / 1000), current.updated_at ?? 0),
  }));
  return visitor ? { status: 200, body: visitor } : { status: 404 };
};
