/**
 * What Intercom's page for this operation says, in the page's own words and order, typos included: the record that
 * the description is complete. The page names no folded object (`object`); its example does, and so does this.
 */

export interface SeedProperty {
  name: string;
  /** The type as the page prints it. */
  type: string;
  /** The page's sentence, or null where the page has none. */
  sentence: string | null;
  default?: string;
}

export const seedOperation = {
  method: "put",
  path: "/visitors",
  summary: "Update a visitor",
  sentences: [
    "Sending a PUT request to /visitors will result in an update of an existing Visitor.",
    "Option 1. You can update a visitor by passing in the user_id of the visitor in the Request body.",
    "Option 2. You can update a visitor by passing in the id of the visitor in the Request body.",
  ],
  security: { name: "bearerAuth", type: "http" },
  requestMediaType: "application/json",
};

export const seedHeader = {
  name: "Intercom-Version",
  type: "string (intercom_version)",
  default: "2.10",
  sentences: ["Intercom API version.", "By default, it's equal to the version set in the app package."],
  enum: "1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 Unstable".split(" "),
  example: "2.10",
};

export const seedRequestSentence = "Update an existing visitor.";

/** The properties of the request. `id` is required in one variant, `user_id` in the other. */
export const seedRequest: SeedProperty[] = [
  { name: "id", type: "string", sentence: "A unique identified for the visitor which is given by Intercom." },
  { name: "user_id", type: "string", sentence: "A unique identified for the visitor which is given by you." },
  { name: "name", type: "string", sentence: "The visitor's name." },
  {
    name: "custom_attributes",
    type: "object",
    sentence: "The custom attributes which are set for the visitor.",
  },
];

/** What each variant of the request requires. */
export const seedRequestVariants = [["id"], ["user_id"]];

export const seedResponses = {
  "200": "successful",
  "401": "Unauthorized",
  "404": "visitor Not Found",
};

/** The properties of the response with status 200. */
export const seedResponse: SeedProperty[] = [
  { name: "type", type: "string", sentence: "Value is 'visitor'", default: "visitor" },
  { name: "id", type: "string", sentence: "The Intercom defined id representing the Visitor." },
  { name: "user_id", type: "string", sentence: "Automatically generated identifier for the Visitor." },
  { name: "anonymous", type: "boolean", sentence: "Identifies if this visitor is anonymous." },
  { name: "email", type: "string <email>", sentence: "The email of the visitor." },
  { name: "phone", type: "string or null", sentence: "The phone number of the visitor." },
  { name: "name", type: "string or null", sentence: "The name of the visitor." },
  { name: "pseudonym", type: "string or null", sentence: "The pseudonym of the visitor." },
  { name: "avatar", type: "object", sentence: null },
  { name: "app_id", type: "string", sentence: "The id of the app the visitor is associated with." },
  { name: "companies", type: "object", sentence: null },
  { name: "location_data", type: "object", sentence: null },
  { name: "las_request_at", type: "integer", sentence: "The time the Lead last recorded making a request." },
  { name: "created_at", type: "integer", sentence: "The time the Visitor was added to Intercom." },
  { name: "remote_created_at", type: "integer", sentence: "The time the Visitor was added to Intercom." },
  { name: "signed_up_at", type: "integer", sentence: "The time the Visitor signed up for your product." },
  { name: "updated_at", type: "integer", sentence: "The last time the Visitor was updated." },
  { name: "session_count", type: "integer", sentence: "The number of sessions the Visitor has had." },
  { name: "social_profiles", type: "object", sentence: null },
  { name: "owner_id", type: "string or null", sentence: "The id of the admin that owns the Visitor." },
  {
    name: "unsubscribed_from_emails",
    type: "boolean",
    sentence: "Whether the Visitor is unsubscribed from emails.",
  },
  {
    name: "marked_email_as_spam",
    type: "boolean",
    sentence: "Identifies if this visitor has marked an email as spam.",
  },
  {
    name: "has_hard_bounced",
    type: "boolean",
    sentence: "Identifies if this visitor has had a hard bounce.",
  },
  { name: "tags", type: "object", sentence: null },
  { name: "segments", type: "object", sentence: null },
  {
    name: "custom_attributes",
    type: "object",
    sentence: "The custom attributes you have set on the Visitor.",
  },
  { name: "referrer", type: "string or null", sentence: "The referer of the visitor." },
  { name: "utm_campaign", type: "string or null", sentence: "The utm_campaign of the visitor." },
  { name: "utm_content", type: "string or null", sentence: "The utm_content of the visitor." },
  { name: "utm_medium", type: "string or null", sentence: "The utm_medium of the visitor." },
  { name: "utm_source", type: "string or null", sentence: "The utm_source of the visitor." },
  { name: "utm_term", type: "string or null", sentence: "The utm_term of the visitor." },
  {
    name: "do_not_track",
    type: "boolean or null",
    sentence: "Identifies if this visitor has do not track enabled.",
  },
];

/** Both examples, as the page prints them. */
export const seedRequestExample = '{ "id": "660e73c36abd01bd27af623d", "name": "Gareth Bale" }';
export const seedResponseExample =
  '{ "type": "visitor", "id": "660e73c36abd01bd27af623d", "user_id": "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3", "anonymous": true, "email": "", "phone": null, "name": "Gareth Bale", "pseudonym": "Silver Basketball", "avatar": { "type": "avatar", "image_url": "https://static.intercomassets.com/app/pseudonym_avatars_2019/silver-basketball.png" }, "app_id": "this_is_an_id646_that_should_be_at_least_", "companies": { "type": "company.list", "companies": [ ] }, "location_data": { }, "last_request_at": null, "created_at": 1712223171, "remote_created_at": 1712223171, "signed_up_at": 1712223171, "updated_at": 1712223171, "session_count": 0, "social_profiles": { "type": "social_profile.list", "social_profiles": [ ] }, "owner_id": null, "unsubscribed_from_emails": false, "marked_email_as_spam": false, "has_hard_bounced": false, "tags": { "type": "tag.list", "tags": [ ] }, "segments": { "type": "segment.list", "segments": [ ] }, "custom_attributes": { }, "referrer": null, "utm_campaign": null, "utm_content": null, "utm_medium": null, "utm_source": null, "utm_term": null, "do_not_track": null }';
