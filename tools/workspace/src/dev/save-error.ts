/** The description, or a guide, cannot be used. The message is for whoever has just saved it. */
export class SaveError extends Error {
  override name = "SaveError";
}

/** Errors of the description or a guide, told by name because each package has its own; any other is a defect. */
const expectedErrors = new Set(["DescriptionError", "GuideError"]);

/** @throws {SaveError} for what whoever saves a file can correct. */
export async function expected<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error) || !expectedErrors.has(error.name)) throw error;
    throw new SaveError(error.message, { cause: error });
  }
}
