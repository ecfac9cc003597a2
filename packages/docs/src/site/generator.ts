/** Stands in every page, and so tells a folder that this build wrote from any other. */
export const generator = "@visitors-api/docs";
