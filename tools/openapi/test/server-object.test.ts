import { describe, expect, test } from "vitest";
import { basePath, isAbsoluteUrl, type Server, serverUrl } from "../src/index.ts";
import { only, read, readOperation, versions, yaml } from "./support/read.ts";

const withVariables = yaml(`
  servers:
    - url: https://{username}.gigantic-server.com:{port}/{basePath}
      description: The production API server
      variables:
        username:
          # note! no enum here means it is an open value
          default: demo
          description: A user-specific subdomain. Use \`demo\` for a free sandbox environment.
        port:
          enum:
            - '8443'
            - '443'
          default: '8443'
        basePath:
          # open meaning there is the opportunity to use special base paths as assigned by the provider, default is \`v2\`
          default: v2
`);

describe.each(versions)("Server Object Example (OpenAPI %s § %s.5.2)", (version) => {
  test("a single server", () => {
    const server = yaml(`
      url: https://development.gigantic-server.com/v1
      description: Development server
    `);
    expect(read(version, { servers: [server] }).servers).toEqual([
      {
        url: "https://development.gigantic-server.com/v1",
        description: "Development server",
        variables: {},
      },
    ]);
  });

  test("several servers keep their order", () => {
    const { servers } = read(
      version,
      yaml(`
        servers:
          - url: https://development.gigantic-server.com/v1
            description: Development server
          - url: https://staging.gigantic-server.com/v1
            description: Staging server
          - url: https://api.gigantic-server.com/v1
            description: Production server
      `),
    );
    expect(servers.map((server) => serverUrl(server))).toEqual([
      "https://development.gigantic-server.com/v1",
      "https://staging.gigantic-server.com/v1",
      "https://api.gigantic-server.com/v1",
    ]);
    expect(servers.map(({ description }) => description)).toEqual([
      "Development server",
      "Staging server",
      "Production server",
    ]);
  });

  test("variables have their defaults where no value is given", () => {
    const server = only(read(version, withVariables).servers);
    expect(serverUrl(server)).toBe("https://demo.gigantic-server.com:8443/v2");
    expect(serverUrl(server, { username: "me", port: "443" })).toBe("https://me.gigantic-server.com:443/v2");
    expect(basePath(server)).toBe("/v2");
  });
});

describe.each(versions)("Server Variable Object (OpenAPI %s § %s.6.1)", (version) => {
  const { variables } = only(read(version, withVariables).servers);

  test("one without enum may have any value", () => {
    expect(variables["username"]).toEqual({
      default: "demo",
      enum: [],
      description: "A user-specific subdomain. Use `demo` for a free sandbox environment.",
    });
  });

  test("one with enum has one of its values", () => {
    expect(variables["port"]).toEqual({ default: "8443", enum: ["8443", "443"], description: "" });
  });

  test("a default that YAML takes for a number is the text of it", () => {
    const servers = yaml(`
      servers:
        - url: https://api.example.com:{port}
          variables: { port: { default: 8443, enum: [8443, 443] } }
    `);
    const server = only(read(version, servers).servers);
    expect(server.variables["port"]).toEqual({ default: "8443", enum: ["8443", "443"], description: "" });
    expect(serverUrl(server)).toBe("https://api.example.com:8443");
  });

  test("may be named like an extension, or like a property that every object has", () => {
    const servers = yaml(`
      servers:
        - url: https://{x-tenant}.example.com/{constructor}/{toString}
          variables: { x-tenant: { default: demo }, constructor: { default: v1 } }
    `);
    expect(serverUrl(only(read(version, servers).servers))).toBe("https://demo.example.com/v1/");
  });
});

describe.each(versions)("which servers an operation has (OpenAPI %s § %s.10.1)", (version) => {
  const [ofDocument, ofPath, ofOperation] = ["document", "path", "operation"].map((name) => [
    { url: `https://${name}.example.com` },
  ]);
  const urlsOf = (path: object, operation: object, fields: object = { servers: ofDocument }) => {
    const paths = { "/example": { ...path, get: { responses: {}, ...operation } } };
    return only(read(version, { paths, ...fields }).operations).servers.map((server) => serverUrl(server));
  };

  test("its own outweigh its path item's, and those the document's", () => {
    expect(urlsOf({ servers: ofPath }, { servers: ofOperation })).toEqual(["https://operation.example.com"]);
    expect(urlsOf({ servers: ofPath }, {})).toEqual(["https://path.example.com"]);
    expect(urlsOf({}, {})).toEqual(["https://document.example.com"]);
  });

  test("an empty list names none, and the outer ones apply", () => {
    expect(urlsOf({ servers: ofPath }, { servers: [] })).toEqual(["https://path.example.com"]);
    expect(urlsOf({ servers: [] }, { servers: [] })).toEqual(["https://document.example.com"]);
  });

  test("where nobody names one, there is none", () => {
    expect(urlsOf({}, {}, {})).toEqual([]);
    expect(readOperation(version, {}, { servers: [] }).servers).toEqual([]);
  });
});

describe("URLs of servers (OpenAPI 3.1 § 4.8.5.1)", () => {
  const server = (url: string): Server => ({ url, description: "", variables: {} });

  test.each([
    ["https://api.example.com/v1", true, "/v1"],
    ["HTTPS://API.EXAMPLE.COM", true, ""],
    ["https://api.example.com/", true, ""],
    ["https://api.example.com/v1///", true, "/v1"],
    ["/", false, ""],
    ["/v1", false, "/v1"],
    ["v1/", false, "/v1"],
    ["../v1", false, "/v1"],
    ["", false, ""],
    ["//api.example.com/v1", false, "/v1"],
    ["https://api.example.com/a b/ü", true, "/a%20b/%C3%BC"],
    ["https://api.example.com:{port}/v1", true, "/v1"],
    ["https://api example.com/v1", true, ""],
  ])("%s: whether it is absolute, and the path it ends in", (url, isAbsolute, path) => {
    expect(isAbsoluteUrl(url)).toBe(isAbsolute);
    expect(basePath(server(url))).toBe(path);
  });

  test("the path is that of the values of its variables, or else of their defaults", () => {
    const variables = { version: { default: "v1", enum: ["v1", "v2"], description: "" } };
    const versioned = { ...server("https://api.example.com/{version}/"), variables };
    expect(basePath(versioned)).toBe("/v1");
    expect(basePath(versioned, { version: "v2" })).toBe("/v2");
  });
});
