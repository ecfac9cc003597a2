import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateClients, remove, type Workshop } from "./support/fixtures.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await generateClients([
    "bodies",
    "media-types",
    "names",
    "own-servers",
    "parameters",
    "reserved-words",
    "servers-and-security",
  ]);
});
afterAll(() => remove(workshop));

/** A generated client, as a test that makes up its calls sees it. */
type Client = (method: string, input?: object, options?: object) => Promise<unknown>;

/** What a call of a fixture's client sends, without what every request has. */
async function sent(theme: string, call: (client: Client) => Promise<unknown>, options: object = {}) {
  const requests: Request[] = [];
  const { createClient } = await import(join(workshop.folder, theme, "index.ts"));
  const fetch = async (request: Request) => {
    requests.push(request);
    return new Response(null, { status: 204 });
  };
  const client = createClient({ ...options, fetch });
  await call((method, ...args) => client[method](...args));
  const [request] = requests;
  if (!request || requests.length > 1) throw new Error(`${requests.length} requests were made.`);
  const headers = Object.fromEntries(request.headers);
  delete headers["user-agent"];
  const isForm = headers["content-type"]?.startsWith("multipart/");
  const { method, url } = request;
  if (isForm) return { method, url, headers, body: "", form: await request.formData() };
  return { method, url, headers, body: await request.text() };
}

test("an idempotency key goes into the header parameter that the description has for it", async () => {
  const { headers } = await sent("parameters", (client) => client("pay", {}, { idempotencyKey: "order-7" }));
  expect(headers).toEqual({ "idempotency-key": "order-7" });
  const made = await sent("parameters", (client) => client("pay", {}, { idempotencyKey: true }));
  expect(made.headers).toEqual({ "idempotency-key": expect.stringMatching(/^[\d-]{20,}$/) });
});

test("path, query and cookie parameters go where the description says, and headers are given apart", async () => {
  const input = {
    simple: "a/b c",
    list: [1, 2],
    q: "x&y",
    "page size": 3,
    "filter[name]": "n",
    session: "s",
  };
  expect(
    await sent("parameters", (client) => client("everyPlace", input, { headers: { "X-Trace": "t" } })),
  ).toEqual({
    method: "GET",
    url: "https://parameters.example/places/a%2Fb%20c/1,2?q=x%26y&page%20size=3&filter%5Bname%5D=n",
    headers: { "accept-language": "en", cookie: "session=s", "x-trace": "t" },
    body: "",
  });
});

test("a header with a default that it can hold is sent unless the caller gives another, or none", async () => {
  const call = (headers?: object) =>
    sent("parameters", (client) => client("requiredHeaderWithDefault", {}, { headers }));
  expect((await call()).headers).toEqual({ "x-version": "2" });
  expect((await call({ "X-Version": 3 })).headers).toEqual({ "x-version": "3" });
  expect((await call({ "X-Version": null })).headers).toEqual({});
});

test("headers and cookies that are objects, lists or JSON are written as described", async () => {
  const point = { x: 1, y: 2 };
  const headers = { "X-Point": point, "x-spread": point, "X-List": ["a", "b"], "X-Arg": { name: "Zoë\n" } };
  const input = { place: point, tags: ["a", "b c"], state: point };
  const expected = {
    "x-point": "x,1,y,2",
    "x-spread": "x=1,y=2",
    "x-list": "a,b",
    "x-arg": '{"name":"Zo\\u00eb\\n"}',
    cookie: "x=1; y=2; tags=a,b%20c; state=%7B%22x%22%3A1%2C%22y%22%3A2%7D",
  };
  const call = (options: object) =>
    sent("parameters", (client) => client("structuredHeaders", input, options));
  expect((await call({ headers })).headers).toEqual(expected);
  const { "X-Arg": _, ...others } = headers;
  expect((await call({ headers: others })).headers).not.toHaveProperty("x-arg");
});

test("parameters that are left out are not sent", async () => {
  expect(await sent("parameters", (client) => client("allOptional"))).toEqual({
    method: "GET",
    url: "https://parameters.example/optional",
    headers: {},
    body: "",
  });
});

test.for([
  ["exploded", { exploded: ["a", "b c"] }, "exploded=a&exploded=b%20c"],
  ["commas", { commas: ["a", "b"] }, "commas=a,b"],
  ["spaces", { spaces: ["a", "b"] }, "spaces=a%20b"],
  ["pipes", { pipes: ["a", "b"] }, "pipes=a%7Cb"],
  ["deep", { deep: { from: 1, to: 2 } }, "deep%5Bfrom%5D=1&deep%5Bto%5D=2"],
  ["spread", { spread: { r: 1, g: 2 } }, "r=1&g=2"],
  ["pairs", { pairs: { r: 1, g: 2 } }, "pairs=r,1,g,2"],
  ["reserved", { reserved: "a/b?c" }, "reserved=a/b?c"],
  ["json", { json: { a: [1] } }, "json=%7B%22a%22%3A%5B1%5D%7D"],
] as const)("a query parameter of the style %s is written so", async ([, input, query]) => {
  const { url } = await sent("parameters", (client) => client("everyQuery", input));
  expect(url.replace("https://parameters.example/query?", "")).toBe(query);
});

test("path parameters are written in the style that the description says", async () => {
  const input = { label: "a", matrix: "b", spread: { a: 1, b: 2 } };
  const { url } = await sent("parameters", (client) => client("everyPath", input));
  expect(url).toBe("https://parameters.example/paths/.a/;matrix=b/a=1,b=2");
});

test.for([
  ["sendForm", { a: "x y", b: ["1", "2"] }, "application/x-www-form-urlencoded", "a=x+y&b=1&b=2"],
  [
    "sendEncodedForm",
    { ids: ["1", "2"], filter: { a: "b" }, list: ["c"], plain: { a: 1 } },
    "application/x-www-form-urlencoded",
    "ids=1,2&filter%5Ba%5D=b&list=%5B%22c%22%5D&plain=%7B%22a%22%3A1%7D",
  ],
  ["sendText", { body: "text" }, "text/plain", "text"],
  ["sendSeveral", { a: "1" }, "application/vnd.pets+json; charset=utf-8", '{"a":"1"}'],
  ["sendOnlyArray", { body: ["a"] }, "application/json", '["a"]'],
  ["sendNumber", { body: 0 }, "application/json", "0"],
  ["sendUnion", { name: "a" }, "application/json", '{"name":"a"}'],
  ["sendMixedUnion", { body: "a" }, "application/json", '"a"'],
  ["sendOnlyOptional", { name: "a" }, "application/json", '{"name":"a"}'],
  ["sendAnything", { body: null }, "application/json", "null"],
  ["sendBinary", { body: new Uint8Array([65, 66]) }, "application/octet-stream", "AB"],
] as const)("the body of %s is sent as its media type", async ([name, input, mediaType, body]) => {
  const request = await sent("bodies", (client) => client(name, input).catch(ignoreEmpty));
  expect(request.headers["content-type"]).toBe(mediaType);
  expect(request.body).toBe(body);
});

/** A description may promise a body where the stub has none; what was sent is what counts here. */
function ignoreEmpty(error: unknown): void {
  if (!(error instanceof Error && error.name === "ResponseParseError")) throw error;
}

test("a multipart form has a part for each property, files among them", async () => {
  const file = new File(["bytes"], "a.txt", { type: "text/plain" });
  const { headers, form } = await sent("bodies", (client) =>
    client("sendFile", { file, name: "n", meta: { a: 1 } }),
  );
  expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=\S+$/);
  expect([...(form?.keys() ?? [])]).toEqual(["file", "name", "meta"]);
  expect(form?.get("name")).toBe("n");
  expect(form?.get("meta")).toBe('{"a":1}');
  const received = form?.get("file");
  if (!(received instanceof File)) throw new Error("The file arrived as text.");
  expect([received.name, received.type, await received.text()]).toEqual(["a.txt", "text/plain", "bytes"]);
});

test("an optional body that is left out is not sent, and neither is a media type", async () => {
  expect(await sent("bodies", (client) => client("sendOptional", { id: "1" }))).toEqual({
    method: "PUT",
    url: "https://bodies.example/optional/1",
    headers: {},
    body: "",
  });
});

test("where a parameter and a property have one name, each goes to its place", async () => {
  const input = { id: "path", page: 2, body: { id: 1, name: "n" } };
  const request = await sent("bodies", (client) => client("sendColliding", input));
  expect(request.url).toBe("https://bodies.example/collisions/path?page=2");
  expect(request.body).toBe('{"id":1,"name":"n"}');
});

test("where two parameters have one name, the path has it, and it is said that the method cannot take the other", async () => {
  const request = await sent("bodies", (client) => client("getColliding", { id: "path", body: 1 }));
  expect(request.url).toBe("https://bodies.example/collisions/path?body=1");
  expect(workshop.models.get("bodies")?.notices.map(({ message }) => message)).toEqual([
    "The query parameter `id` is no input of the method getColliding, where that name is taken. The client's GET takes it.",
  ]);
});

test("names of every kind reach the server as the description spells them", async () => {
  const input = {
    "pet-id": "1",
    größe: "2",
    "a.b": "3",
    "with space": "4",
    "filter[name]": "5",
    "kebab-case": "6",
    "1st": "7",
    "": "8",
    "💥": "9",
  };
  const request = await sent("names", (client) => client("sendNames", input).catch(ignoreEmpty));
  expect(request.url).toBe("https://names.example/names/1/2/3?with%20space=4&filter%5Bname%5D=5");
  expect(JSON.parse(request.body)).toEqual({ "kebab-case": "6", "1st": "7", "": "8", "💥": "9" });
});

test("reserved words are properties and parameters like any other", async () => {
  const input = JSON.parse(
    '{"new":"n","__proto__":"p","constructor":"q","class":"c","default":"d","then":"t"}',
  );
  const request = await sent("reserved-words", (client) =>
    client("sendProperties", input).catch(ignoreEmpty),
  );
  const query = [...new URL(request.url).searchParams].sort();
  expect(query).toEqual([
    ["__proto__", "p"],
    ["constructor", "q"],
    ["new", "n"],
  ]);
  expect(request.body).toBe('{"class":"c","default":"d","then":"t"}');
});

test.for([
  ["inherited", { bearer: "t" }, { authorization: "Bearer t" }, ""],
  [
    "inherited",
    { basic: { username: "u", password: "p" }, headerKey: "k" },
    { authorization: "Basic dTpw", "x-api-key": "k" },
    "",
  ],
  ["isPublic", { bearer: "t" }, {}, ""],
  ["optional", {}, {}, ""],
  ["byQuery", { queryKey: "q" }, {}, "?api_key=q"],
  ["byCookie", { cookieKey: "c", csrf: "x" }, { cookie: "session=c", "x-csrf-token": "x" }, ""],
  ["byOAuth", { oauth: "o" }, { authorization: "Bearer o" }, ""],
  ["byCertificate", {}, {}, ""],
] as const)("%s sends the credentials that it needs, of %j", async ([name, options, headers, query]) => {
  const request = await sent("servers-and-security", (client) => client(name), options);
  expect(request.headers).toEqual(headers);
  expect(new URL(request.url).search).toBe(query);
});

test.for([
  ["inherited", "https://eu.example:8443/v1/inherited"],
  ["ofPath", "https://path.example/elsewhere"],
  ["ofOperation", "https://operation.example/elsewhere"],
] as const)("%s goes to the server that the description names for it", async ([name, url]) => {
  expect((await sent("servers-and-security", (client) => client(name), { bearer: "t" })).url).toBe(url);
});

test("a base URL that the caller gives is every operation's", async () => {
  const options = { bearer: "t", baseUrl: "https://mine.example/x/" };
  expect((await sent("servers-and-security", (client) => client("ofOperation"), options)).url).toBe(
    "https://mine.example/x/elsewhere",
  );
});

test.for<[what: string, method: string, input: object, options: object, mediaType: string, body: string]>([
  [
    "a range of bytes as what the Blob is",
    "sendImage",
    { body: new Blob(["x"], { type: "image/png" }) },
    {},
    "image/png",
    "x",
  ],
  [
    "a range of bytes as bytes",
    "sendImage",
    { body: new Uint8Array([65]) },
    {},
    "application/octet-stream",
    "A",
  ],
  [
    "a range of bytes as the call says",
    "sendImage",
    { body: new Uint8Array([65]) },
    { contentType: "image/gif" },
    "image/gif",
    "A",
  ],
  [
    "any range as bytes where it is described so",
    "sendFile",
    { body: new Uint8Array([65]) },
    {},
    "application/octet-stream",
    "A",
  ],
  [
    "any range as JSON where it is described so",
    "sendValue",
    { a: "1" },
    {},
    "application/json",
    '{"a":"1"}',
  ],
  ["a range of texts as text", "sendAnyText", { body: "a" }, {}, "text/plain;charset=UTF-8", "a"],
  [
    "the usual one of several media types",
    "sendRows",
    { rows: ["a"] },
    {},
    "application/json",
    '{"rows":["a"]}',
  ],
  ["the one that the call says", "sendRows", { body: "a,b" }, { contentType: "text/csv" }, "text/csv", "a,b"],
  [
    "a form where the call says so",
    "sendRows",
    { rows: ["a", "b"] },
    { contentType: "application/x-www-form-urlencoded" },
    "application/x-www-form-urlencoded",
    "rows=a&rows=b",
  ],
])("sends %s", async ([, method, input, options, mediaType, body]) => {
  const request = await sent("media-types", (client) => client(method, input, options).catch(ignoreEmpty));
  expect({ mediaType: request.headers["content-type"], body: request.body }).toEqual({ mediaType, body });
});

test("where the description names servers of paths only, each call goes to its own", async () => {
  const one = await sent("own-servers", (client) => client("getOne"));
  const two = await sent("own-servers", (client) => client("getTwo"));
  expect([one.url, two.url]).toEqual(["https://one.example/one", "https://two.example/v2/two"]);
});

test("a server of an operation that is relative is relative to the description's", async () => {
  const { url } = await sent("servers-and-security", (client) => client("ofRelative"));
  expect(url).toBe("https://eu.example:8443/other/relative");
});
