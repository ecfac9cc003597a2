import type {
  Security as Described,
  SecurityScheme as DescribedScheme,
  Description,
  Notice,
} from "@visitors-api/openapi";
import { pointerKey } from "@visitors-api/openapi";
import type { Security, SecurityScheme } from "./model.ts";
import { camelCase, Names } from "./names.ts";

/** What the option for a credential is called while no other scheme needs the name. */
export const credentialOptions = {
  bearer: "token",
  basic: "basic",
  header: "apiKey",
  query: "apiKey",
  cookie: "apiKey",
} as const;

/** The options that a client has whatever API it is for: those of the run time's `BaseClientOptions`. */
const otherOptions = ["allowInsecure", "baseUrl", "fetch", "headers", "retries", "timeout"];

/** The schemes that a client can satisfy; of any other the caller sends the credential as a header. */
export function buildSecuritySchemes({ securitySchemes }: Description) {
  const notices: Notice[] = [];
  const found = Object.values(securitySchemes).flatMap((scheme): Omit<SecurityScheme, "option">[] => {
    const { name, description } = scheme;
    const kind = kindOf(scheme);
    if (kind !== undefined) {
      return [
        { name, kind, parameter: scheme.kind === "apiKey" ? scheme.parameter : undefined, description },
      ];
    }
    notices.push({
      message: `The client does not know how to satisfy the security scheme \`${name}\`; its caller has to.`,
      pointer: pointerOf(name),
    });
    return [];
  });

  // An option says what it holds while that is clear, and otherwise which scheme it is for.
  const options = new Names([]);
  const schemes = found.map((scheme): SecurityScheme => {
    const isAlone =
      found.filter(({ kind }) => credentialOptions[kind] === credentialOptions[scheme.kind]).length === 1;
    const wanted = isAlone ? credentialOptions[scheme.kind] : camelCase(scheme.name) || "credential";
    const option = options.take(otherOptions.includes(wanted) ? `${wanted}Credential` : wanted);
    if (option !== wanted) {
      notices.push({
        message: `The credential of the security scheme \`${scheme.name}\` is the option ${option}, for ${wanted} is another.`,
        pointer: pointerOf(scheme.name),
      });
    }
    return { ...scheme, option };
  });
  return { schemes, notices };
}

function pointerOf(name: string): string {
  return `#/components/securitySchemes/${pointerKey(name)}`;
}

function kindOf(scheme: DescribedScheme): SecurityScheme["kind"] | undefined {
  if (scheme.kind === "apiKey") return scheme.in;
  return scheme.kind === "bearer" || scheme.kind === "basic" ? scheme.kind : undefined;
}

/** The names of the schemes of each alternative, those that the client cannot satisfy among them. */
export function buildSecurity(security: Described): Security {
  return security.map((alternative) => alternative.map(({ scheme }) => scheme));
}
