import { describe, expect, test } from 'vitest';
import type { EngineLink } from '../hosts/engine-worker.ts';
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
  test.each([
    ['a frame inside the page', { url: page.url }, page],
    ['a page it was led to', elsewhere, elsewhere],
    ['a look-alike', lookAlike, lookAlike],
    ['a frame that is gone', null, page],
    ['a frame of a window that is gone', null, null],
  ])('not %s', async (_who, senderFrame, mainFrame) => {
    const answer = await ask(senderFrame, mainFrame);
    expect(answer).toMatchObject({ type: 'error', error: { code: 'unknown_request' } });
  });
});
