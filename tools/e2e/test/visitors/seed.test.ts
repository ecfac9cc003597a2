import { createClient } from "@visitors-api/client";
import { createSandbox } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import { afterAll, beforeAll, expect, test } from "vitest";

// The example on the page that the description describes, as it is printed there.
const request = { id: "660e73c36abd01bd27af623d", name: "Gareth Bale" };
const response = JSON.parse(
  '{ "type": "visitor", "id": "660e73c36abd01bd27af623d", "user_id": "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3", "anonymous": true, "email": "", "phone": null, "name": "Gareth Bale", "pseudonym": "Silver Basketball", "avatar": { "type": "avatar", "image_url": "https://static.intercomassets.com/app/pseudonym_avatars_2019/silver-basketball.png" }, "app_id": "this_is_an_id646_that_should_be_at_least_", "companies": { "type": "company.list", "companies": [ ] }, "location_data": { }, "last_request_at": null, "created_at": 1712223171, "remote_created_at": 1712223171, "signed_up_at": 1712223171, "updated_at": 1712223171, "session_count": 0, "social_profiles": { "type": "social_profile.list", "social_profiles": [ ] }, "owner_id": null, "unsubscribed_from_emails": false, "marked_email_as_spam": false, "has_hard_bounced": false, "tags": { "type": "tag.list", "tags": [ ] }, "segments": { "type": "segment.list", "segments": [ ] }, "custom_attributes": { }, "referrer": null, "utm_campaign": null, "utm_content": null, "utm_medium": null, "utm_source": null, "utm_term": null, "do_not_track": null }',
);

let server: Awaited<ReturnType<typeof serveSandbox>>;

beforeAll(async () => {
  const sandbox = createSandbox({ token: "secret", now: () => response.updated_at * 1000 });
  server = await serveSandbox(sandbox, { port: 0 });
});

afterAll(() => server.close());

test("the page's request, made over a socket, is answered with the page's response", async () => {
  const client = createClient({ token: "secret", baseUrl: server.url });

  expect(await client.updateVisitor(request)).toEqual(response);
});

test("the same request through openapi-fetch's method returns the same, and does not throw", async () => {
  const client = createClient({ token: "secret", baseUrl: server.url });

  const { data, error, response: received } = await client.PUT("/visitors", { body: request });

  expect(data).toEqual(response);
  expect(error).toBeUndefined();
  expect(received.status).toBe(200);
});

test("what is changed stays changed, whichever way the visitor is named", async () => {
  const client = createClient({ token: "secret", baseUrl: server.url });

  await client.updateVisitor({ id: request.id, name: "Bale", custom_attributes: { plan: "pro", seats: 3 } });
  const visitor = await client.updateVisitor({ user_id: response.user_id, custom_attributes: { seats: 4 } });

  expect(visitor).toMatchObject({ name: "Bale", custom_attributes: { plan: "pro", seats: 4 } });
});

test("a wrong token is refused with the documented error, and the visitor stays as it was", async () => {
  const stranger = createClient({ token: "wrong", baseUrl: server.url });
  const client = createClient({ token: "secret", baseUrl: server.url });
  const before = await client.updateVisitor({ id: request.id });

  await expect(stranger.updateVisitor({ id: request.id, name: "Mallory" })).rejects.toMatchObject({
    name: "UnauthorizedError",
    status: 401,
    body: { type: "error.list", errors: [{ code: "unauthorized", message: "Access Token Invalid" }] },
  });
  expect((await client.updateVisitor({ id: request.id })).name).toBe(before.name);
});

test("a visitor that does not exist is refused with the documented error", async () => {
  const client = createClient({ token: "secret", baseUrl: server.url });

  const failure = client.updateVisitor({ id: "nobody", name: "Nobody" });

  await expect(failure).rejects.toMatchObject({
    name: "NotFoundError",
    status: 404,
    requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    body: { type: "error.list", errors: [{ code: "not_found", message: "Visitor Not Found" }] },
  });
});
