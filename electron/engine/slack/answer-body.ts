/**
 * Most bytes an answer may have. A page of 200 messages of Slack's longest text stays below it by
 * far; what is larger is asked for again in smaller pages.
 */
export const ANSWER_MAX = 16 * 1024 * 1024;

/** An answer that was not read to its end, so as not to fill the memory. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Reads a whole body of `max` bytes at most. Throws AnswerTooLarge, or what the network throws. */
export async function readBody(response: Response, max: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > max) {
    await response.body?.cancel();
    throw new AnswerTooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw new AnswerTooLarge();
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
