/** Something that whoever runs a command can put right; its message says how. */
export class ReleaseProblem extends Error {
  override readonly name = "ReleaseProblem";
}
