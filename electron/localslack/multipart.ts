/** The bytes of a form's first part that is a file; null when there is none. @see RFC 7578 */
export function filePart(body: Uint8Array, contentType: string): Uint8Array | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`);
  let from = bytes.indexOf(mark);
  while (from >= 0) {
    const head = from + mark.length + 2;
    const text = bytes.indexOf('\r\n\r\n', head);
    const end = bytes.indexOf(`\r\n--${boundary}`, head);
    if (text < 0 || end < 0) return null;
    if (/filename=/i.test(bytes.subarray(head, text).toString())) {
      return bytes.subarray(text + 4, Math.max(end, text + 4));
    }
    from = end + 2;
  }
  return null;
}
