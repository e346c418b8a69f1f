import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filePart } from './multipart.ts';

test('whatever bytes a form carries come out of it as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const form = new FormData();
      form.set('note', 'no file');
      form.set('filename', new Blob([Buffer.from(bytes)]), 'graph.png');
      const sent = new Response(form);
      const type = sent.headers.get('content-type') ?? '';
      const found = filePart(new Uint8Array(await sent.arrayBuffer()), type);
      expect(Buffer.from(found ?? [])).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each([
  ['without a file', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n', 'x'],
  ['cut short', '--x\r\nContent-Disposition: form-data; filename="a"\r\n\r\n1', 'x'],
  ['of another boundary', '--y\r\n\r\n1\r\n--y--\r\n', 'x'],
  ['that is empty', '', 'x'],
])('a form %s has none', (_what, body, boundary) => {
  const type = `multipart/form-data; boundary=${boundary}`;
  expect(filePart(new TextEncoder().encode(body), type)).toBeNull();
  expect(filePart(new TextEncoder().encode(body), 'multipart/form-data')).toBeNull();
});
