/** The description with one more operation in it, which uses what the first one has no use for. */
export function withAddedOperation(description: string): string {
  return Object.entries(added).reduce((text, [section, block]) => {
    const line = `${section}:\n`;
    if (!text.includes(line))
      throw new Error(`The description has no line \`${section}:\` to add an operation at.`);
    return text.replace(line, () => `${line}${block}`);
  }, description);
}

const paths = `\
  /notes/{note_id}:
    summary: One note
    description: A note that somebody wrote.
    patch:
      operationId: updateNote
      summary: Update a note in Intercom
      description: Changes the text of a note.
      tags:
        - Visitors
      parameters:
        - name: note_id
          in: path
          required: true
          description: The id of the note.
          schema:
            type: string
            example: note-1
        - $ref: "#/components/parameters/NoteFields"
      requestBody:
        $ref: "#/components/requestBodies/NoteChange"
      responses:
        "200":
          description: The notes, the changed one first
          headers:
            Notes-Left:
              $ref: "#/components/headers/NotesLeft"
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: "#/components/schemas/Note"
              examples:
                one:
                  $ref: "#/components/examples/OneNote"
        "409":
          $ref: "#/components/responses/NoteConflict"
    head:
      operationId: checkNote
      summary: Check a note
      description: Answers without a body.
      parameters:
        - name: note_id
          in: path
          required: true
          description: The id of the note.
          schema:
            type: string
            example: note-1
      responses:
        "204":
          description: The note exists.
        "404":
          description: There is no such note.

`;

const added = {
  paths,
  "\n  parameters": `\
    NoteFields:
      name: fields
      in: query
      description: The fields to answer with.
      schema:
        type: array
        items:
          type: string
          example: text
      example:
        - text
`,
  "\n  responses": `\
    NoteConflict:
      description: Somebody else changed the note.
      content:
        application/json:
          schema:
            $ref: "#/components/schemas/NoteProblem"
          examples:
            conflict:
              $ref: "#/components/examples/NoteEdited"
`,
  "\n  schemas": `\
    Note:
      description: A note.
      type: object
      properties:
        text:
          description: The text of the note.
          type:
            - string
            - "null"
          example: Call back on Monday
    NoteProblem:
      description: Why the note stays as it is.
      type: string
      example: changed
`,
  "\n  examples": `\
    OneNote:
      summary: One note
      description: The note, changed.
      value:
        - text: Call back on Monday
    NoteEdited:
      summary: A note changed meanwhile
      description: The note has another text by now.
      value: changed
    NoteText:
      summary: A new text
      description: The text, and nothing else.
      value:
        text: Call back on Monday
`,
  "\ncomponents": `\
  headers:
    NotesLeft:
      description: How many more notes there may be.
      schema:
        type: integer
        example: 3
  requestBodies:
    NoteChange:
      description: The new text.
      required: true
      content:
        application/json:
          schema:
            $ref: "#/components/schemas/Note"
          examples:
            text:
              $ref: "#/components/examples/NoteText"
`,
};
