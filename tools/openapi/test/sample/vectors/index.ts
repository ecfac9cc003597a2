import { arrays } from "./arrays.ts";
import { composition } from "./composition.ts";
import { direction } from "./direction.ts";
import { discriminators } from "./discriminators.ts";
import { documented } from "./documented.ts";
import { objects } from "./objects.ts";
import { patterns } from "./patterns.ts";
import { recursion } from "./recursion.ts";
import { scalars } from "./scalars.ts";
import { strings } from "./strings.ts";
import type { SampleVector } from "./vector.ts";

export { impossible } from "./impossible.ts";
export { foreignPatterns } from "./patterns.ts";
export type { SampleVector } from "./vector.ts";

/** Schemas of every keyword and of odd combinations, each with the sample of it. */
export const sampleVectors: readonly SampleVector[] = [
  ...strings,
  ...patterns,
  ...scalars,
  ...documented,
  ...objects,
  ...arrays,
  ...composition,
  ...discriminators,
  ...direction,
  ...recursion,
];
