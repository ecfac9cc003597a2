import { after, before, instead, renamed, type Violation } from "./violation.ts";

// Places in notes.yaml.
const conflict = '        "409":\n';
const conflictContent = "      description: Somebody else changed the note.\n      content:\n";
const noteText = "        text:\n          description: The text of the note.\n";
const noteProblem = "    NoteProblem:\n      description: Why the note stays as it is.\n      type: string\n";
const noteChange = "    NoteChange:\n";
const noteFields = "    NoteFields:\n      name: fields\n";
const noteFieldsDescription = "      description: The fields to answer with.\n";
const oneNote = "    OneNote:\n      summary: One note\n";

const operations: Violation[] = [
  {
    what: "an operation without operationId",
    rule: "operation-operationId",
    edit: instead("    patch:\n      operationId: updateNote\n", "    patch: # here\n"),
    says: "Add one in camelCase",
  },
  {
    what: "an operation with an empty summary",
    rule: "operation-summary",
    edit: instead("      summary: Update a note in Markdown\n", '      summary: "" # here\n'),
    says: "Say in a few words what the operation does",
  },
  {
    what: "an operation with an empty description",
    rule: "operation-description",
    edit: instead("      description: Changes the text of a note.\n", '      description: "" # here\n'),
    says: "Say what the operation does",
  },
  {
    what: "a parameter without description",
    rule: "parameter-description",
    edit: instead(
      `${noteFields}      in: query\n${noteFieldsDescription}`,
      "    NoteFields: # here\n      name: fields\n      in: query\n",
    ),
    says: "Say what the parameter does.",
  },
];

const bodies: Violation[] = [
  {
    what: "a body without schema",
    rule: "rule/media-type-schema",
    edit: after(conflictContent, "        text/plain: # here\n          example: changed\n"),
    says: "Add a `schema` that refers to components/schemas.",
  },
  {
    what: "a body without example",
    rule: "rule/media-type-example",
    edit: after(
      conflictContent,
      '        text/plain: # here\n          schema:\n            $ref: "#/components/schemas/NoteProblem"\n',
    ),
    says: "Add `examples` that refer to components/examples.",
  },
  {
    what: "a body with no example in its `examples`",
    rule: "rule/examples-not-empty",
    edit: after(
      conflictContent,
      '        text/plain:\n          schema:\n            $ref: "#/components/schemas/NoteProblem"\n          examples: {} # here\n',
    ),
    says: "Add a named example.",
  },
  ...['"410"', '"5XX"', "default"].map((status) => ({
    what: `a ${status} response without body`,
    rule: "rule/error-response-content",
    edit: before(conflict, `        ${status}: # here\n          description: The note is gone.\n`),
    says: "Add `content` with a media type, its schema and an example.",
  })),
  {
    what: "a 4xx response without media type",
    rule: "rule/error-response-media-type",
    edit: before(
      conflict,
      '        "410":\n          description: The note is gone.\n          content: {} # here\n',
    ),
    says: "Add a media type, its schema and an example.",
  },
];

const moveSchema = "Move it to components/schemas and refer to it here with `$ref`.";

const schemas: Violation[] = [
  ...[
    "type: object",
    "type: [object, 'null']",
    "additionalProperties: true",
    "anyOf: [type: object, type: array]",
  ].map((keyword) => ({
    what: `a schema with \`${keyword}\` in a response`,
    rule: "house/no-inline-object-schema",
    edit: after(
      conflictContent,
      `        text/plain:\n          schema: # here\n            ${keyword}\n          example: {}\n`,
    ),
    says: moveSchema,
  })),
  {
    what: "an array of object schemas in a request body",
    rule: "house/no-inline-object-schema",
    edit: after(
      `${noteChange}      description: The new text.\n      required: true\n      content:\n`,
      "        text/plain:\n          schema:\n            type: array\n            items: # here\n              type: object\n          example: []\n",
    ),
    says: moveSchema,
  },
  {
    what: "an object schema in a parameter",
    rule: "house/no-inline-object-schema",
    edit: instead(
      `${noteFieldsDescription}      schema:\n        type: array\n`,
      `${noteFieldsDescription}      schema: # here\n        additionalProperties: true\n        type: array\n`,
    ),
    says: moveSchema,
  },
  {
    what: "an object schema in a header",
    rule: "house/no-inline-object-schema",
    edit: instead(
      "      description: How many more notes there may be.\n      schema:\n        type: integer\n        example: 3\n",
      "      description: How many more notes there may be.\n      schema: # here\n        type: object\n",
    ),
    says: moveSchema,
  },
  {
    what: "a scalar property without example",
    rule: "rule/scalar-example",
    edit: before(
      noteText,
      "        size: # here\n          description: How long it is.\n          type:\n            - integer\n            - 'null'\n",
    ),
    says: "Add an `example`",
  },
  {
    what: "a scalar in an array without example",
    rule: "rule/scalar-example",
    edit: before(
      noteText,
      "        lines:\n          description: Its lines.\n          type: array\n          items: # here\n            type: string\n",
    ),
    says: "Add an `example`",
  },
  {
    what: "a scalar component without example",
    rule: "rule/scalar-example",
    edit: instead(`${noteProblem}      example: changed\n`, noteProblem.replace(":\n", ": # here\n")),
    says: "Add an `example`",
  },
  {
    what: "a property without description",
    rule: "rule/property-description",
    edit: before(noteText, "        size:\n          type: integer # here\n          example: 3\n"),
    says: "Say what it holds, and its unit if it has one.",
  },
  {
    what: "a property with an empty description",
    rule: "rule/property-description",
    edit: before(
      noteText,
      '        size:\n          type: integer\n          description: "" # here\n          example: 3\n',
    ),
    says: "Say what it holds, and its unit if it has one.",
  },
  {
    what: "a schema without description",
    rule: "rule/schema-description",
    edit: instead(noteProblem, "    NoteProblem:\n      type: string # here\n"),
    says: "Say what it stands for.",
  },
  {
    what: "an example without description",
    rule: "rule/example-description",
    edit: instead(`${oneNote}      description: The note, changed.\n`, oneNote.replace(/\n$/, " # here\n")),
    says: "Say what it shows.",
  },
];

const rename = "Rename the component, and every `$ref` to it.";

const components: Violation[] = [
  ...[
    { rule: "rule/schema-name", component: "NoteProblem", name: "noteProblem" },
    { rule: "rule/parameter-name", component: "NoteFields", name: "note_fields" },
    { rule: "rule/header-name", component: "NotesLeft", name: "Notes-Left-Header" },
    { rule: "rule/request-body-name", component: "NoteChange", name: "note.change" },
    { rule: "rule/response-name", component: "NoteConflict", name: "conflict" },
    { rule: "rule/example-name", component: "OneNote", name: "oneNote" },
  ].map(
    ({ rule, component, name }): Violation => ({
      what: `a component with the name ${name}`,
      rule,
      edit: renamed(component, name),
      says: rename,
    }),
  ),
  {
    what: "an unused component",
    rule: "no-unused-components",
    edit: before(
      noteProblem,
      "    Forgotten: # here\n      description: Nobody needs this.\n      type: object\n",
    ),
    says: "Refer to it with `$ref`, or delete it.",
  },
];

const sentenceCase = "Write this summary in sentence case";

const summaries: Violation[] = [
  {
    what: "an operation summary in title case",
    rule: "rule/operation-summary-case",
    edit: instead(
      "      summary: Update a note in Markdown\n",
      "      summary: Update a Note in Markdown # here\n",
    ),
    says: sentenceCase,
  },
  {
    what: "an operation summary without a capital letter",
    rule: "rule/operation-summary-case",
    edit: instead(
      "      summary: Update a note in Markdown\n",
      "      summary: update a note in Markdown # here\n",
    ),
    says: sentenceCase,
  },
  {
    what: "a path summary in title case",
    rule: "rule/path-summary-case",
    edit: instead(
      "    summary: One note\n    description: A",
      "    summary: One Note # here\n    description: A",
    ),
    says: sentenceCase,
  },
  {
    what: "an example summary in title case",
    rule: "rule/example-summary-case",
    edit: instead("      summary: A new text\n", "      summary: A New Text # here\n"),
    says: sentenceCase,
  },
  {
    what: "the description's summary in title case",
    rule: "rule/info-summary-case",
    edit: instead("\n  summary: ", "\n  summary: Notes Of A Product # here\n  x-was: "),
    says: sentenceCase,
  },
];

const patch = "    patch:\n";
const deprecated = "      deprecated: true\n";

const deprecations: Violation[] = [
  {
    what: "a sunset that is no day",
    rule: "house/deprecation-days",
    edit: after(patch, `${deprecated}      x-sunset: "2027-02-30" # here\n`),
    says: 'Write one such as `x-sunset: "2027-06-30"`.',
  },
  {
    what: "a sunset of what is not deprecated",
    rule: "house/deprecation-days",
    edit: after(patch, "      x-sunset: 2027-06-30 # here\n"),
    says: "Add `deprecated: true`, or take it out.",
  },
  {
    what: "a deprecation that has a moment in the place of its day",
    rule: "house/deprecation-days",
    edit: before(
      "          description: The id of the note.\n          schema:\n            type: string\n            example: note-1\n        - $ref",
      '          deprecated: true\n          x-deprecated-since: "2026-11-30T00:00:00Z" # here\n',
    ),
    says: 'Write one such as `x-deprecated-since: "2027-06-30"`.',
  },
  {
    what: "a sunset before the deprecation",
    rule: "house/deprecation-days",
    edit: after(
      patch,
      `${deprecated}      x-deprecated-since: 2026-11-30\n      x-sunset: 2026-11-29 # here\n`,
    ),
    says: "Give it the same day or a later one.",
  },
];

/** One edit each of a description that follows every rule. */
export const violations: Violation[] = [
  ...operations,
  ...bodies,
  ...schemas,
  ...components,
  ...summaries,
  ...deprecations,
];
