/** Stands in every page. */
export const generator = "@visitors-api/docs";

/**
 * Tells a folder that this build wrote from any other, in whatever scope it was: a repository that takes another scope has the site of
 * the one before until it builds its own.
 */
export const generatorMark = /<meta name="generator" content="@[^/"]+\/docs">/;
