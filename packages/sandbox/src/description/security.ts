import type { Description, Security, SecurityScheme } from "@visitors-api/openapi";

/**
 * The schemes of each alternative of what is required.
 *
 * @throws Error when the description does not define one.
 */
export function requiredSchemes(
  security: Security,
  { securitySchemes }: Pick<Description, "securitySchemes">,
): SecurityScheme[][] {
  return security.map((alternative) =>
    alternative.map(({ scheme: name }) => {
      const scheme = Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
      if (scheme) return scheme;
      throw new Error(`The description requires the security scheme ${name}, which it does not define`);
    }),
  );
}
