/**
 * The table of styles that whoever writes a parameter and whoever reads one is held against: the specification's own examples
 * (OpenAPI 3.1.1 § 4.8.12.4 and 3.0.4 § 4.7.12.4) and their odd corners.
 */

import { contentVectors } from "./content-vectors.ts";
import { cookieVectors } from "./cookie-vectors.ts";
import { delimitedVectors } from "./delimited-vectors.ts";
import { formVectors } from "./form-vectors.ts";
import { headerVectors } from "./header-vectors.ts";
import { pathEncodingVectors } from "./path-encoding-vectors.ts";
import { pathVectors } from "./path-vectors.ts";
import { queryEncodingVectors } from "./query-encoding-vectors.ts";
import { reservedVectors } from "./reserved-vectors.ts";
import type { StyleVector } from "./style-vector.ts";

export { parameterObject, readBack, type StyleVector } from "./style-vector.ts";

export const styleVectors: readonly StyleVector[] = [
  ...formVectors,
  ...queryEncodingVectors,
  ...reservedVectors,
  ...delimitedVectors,
  ...contentVectors,
  ...pathVectors,
  ...pathEncodingVectors,
  ...headerVectors,
  ...cookieVectors,
];
