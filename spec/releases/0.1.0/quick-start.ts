import { createClient } from "@visitors-api/client";

const { INTERCOM_ACCESS_TOKEN: token, INTERCOM_BASE_URL: baseUrl } = process.env;
const client = createClient({ token, baseUrl });

const visitor = await client.updateVisitor({
  id: "660e73c36abd01bd27af623d",
  name: "Gareth Bale",
});
console.log(`${visitor.name} has visited ${visitor.session_count} times`);
