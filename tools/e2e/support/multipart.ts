/**
 * The parts of a body (RFC 2046 § 5.1): the name and the value of each, or where it has a media type its name, media type, file name
 * and content.
 *
 * @param contentType With the boundary.
 */
export function partsOf(body: string, contentType: string): string[][] {
  const [, boundary = ""] = /; *boundary="?([^";]+)/.exec(contentType) ?? [];
  const [, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`);
  return parts.slice(0, -1).map((part) => {
    const end = part.indexOf("\r\n\r\n");
    const head = part.slice(0, end);
    const content = part.slice(end + 4);
    const [, name = ""] = /; name="([^"]*)"/.exec(head) ?? [];
    const [, fileName = ""] = /; filename="([^"]*)"/.exec(head) ?? [];
    const [, type] = /^content-type: *(.*)$/im.exec(head) ?? [];
    // What is no file is called so by a platform that lets only files have a media type (XMLHttpRequest Standard, FormData).
    return type === undefined
      ? [name, content]
      : [name, type.trim(), fileName === "blob" ? "" : fileName, content];
  });
}
