import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { isAppPage } from './app-scheme.ts';
import { answerPages, REQUEST_CHANNEL } from './ipc.ts';
import { createElectronDouble } from './testing/electron-double.ts';

describe('who may ask', () => {
  const request = { id: 1, kind: 'query', name: 'desk', input: {} };
  const page = { url: 'app://quarterdeck/' };
  const engine = {
    request: async () => ({ type: 'result', id: 1, output: 'secret' }),
  } as unknown as EngineLink;

  function ask(senderFrame: { url: string } | null, mainFrame: { url: string } | null) {
    const double = createElectronDouble();
    answerPages(double.parts, engine);
    const event = { senderFrame, sender: { mainFrame } } as never;
    return double.invoke(REQUEST_CHANNEL, event, request);
  }

  test('the top frame of a page of ours', async () => {
    expect(await ask(page, page)).toMatchObject({ output: 'secret' });
  });

  const elsewhere = { url: 'https://evil.example/' };
  const lookAlike = { url: 'app://quarterdeck.evil.example/' };
  const gone = {
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  };
  test.each([
    ['a frame that was thrown away', gone, gone],
    ['a frame inside the page', { url: page.url }, page],
    ['a page it was led to', elsewhere, elsewhere],
    ['a look-alike', lookAlike, lookAlike],
    ['a frame that is gone', null, page],
    ['a frame of a window that is gone', null, null],
  ])('not %s', async (_who, senderFrame, mainFrame) => {
    const answer = await ask(senderFrame, mainFrame);
    expect(answer).toMatchObject({ type: 'error', error: { code: 'unknown_request' } });
  });

  const strange = fc.oneof(
    fc.webUrl().map((url) => ({ url })),
    fc.string().map((text) => ({ url: `app://${text}` })),
    fc.string().map((text) => ({ url: text })),
    fc.anything().map((url) => ({ url }) as { url: string }),
    fc.constant(null),
    fc.constant(gone),
  );

  test('whoever else asks, with whatever, is refused in words, and the engine never hears of it', async () => {
    const heard: unknown[] = [];
    const double = createElectronDouble();
    const listening = {
      request: async (raw: unknown) => heard.push(raw),
    } as unknown as EngineLink;
    answerPages(double.parts, listening);
    await fc.assert(
      fc.asyncProperty(
        strange,
        fc.boolean(),
        fc.oneof(fc.constant(request), fc.anything()),
        async (frame, isTop, raw) => {
          const isOurs = isTop && frame !== gone && isAppPage(String(frame?.url));
          fc.pre(!isOurs);
          const mainFrame = isTop ? frame : { url: page.url };
          const event = { senderFrame: frame, sender: { mainFrame } } as never;
          expect(await double.invoke(REQUEST_CHANNEL, event, raw)).toEqual({
            type: 'error',
            id: -1,
            error: { code: 'unknown_request', message: 'This page may not talk to Quarterdeck.' },
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(heard).toEqual([]);
  });
});
