import { describe, expect, it } from 'vitest';
import {
  applyUpdate,
  Doc,
  diffUpdate,
  encodeStateAsUpdate,
  encodeStateVectorFromUpdate,
} from 'yjs';
import { fromBase64, toBase64 } from './base64.ts';
import { addComment, changeComment, listComments } from './comments.ts';
import { openSharedText } from './shared-text.ts';

/** An engine that keeps one text, and a clock that is turned by hand. */
function keeper() {
  const kept = new Doc();
  const tasks: { at: number; task: () => void }[] = [];
  const writes: number[] = [];
  let now = 0;
  let isDown = false;
  const down = { code: 'engine_stopped' as const, message: 'Not saved: Quarterdeck has stopped.' };
  return {
    kept,
    writes,
    setDown: (is: boolean) => {
      isDown = is;
    },
    state: () => toBase64(encodeStateAsUpdate(kept)),
    advance: async (ms: number) => {
      now += ms;
      for (let next = due(); next !== undefined; next = due()) {
        tasks.splice(tasks.indexOf(next), 1);
        next.task();
        await settle();
      }
      await settle();
    },
    ports: {
      write: async (update: string) => {
        if (isDown) return { ok: false as const, error: down };
        writes.push(now);
        applyUpdate(kept, fromBase64(update));
        return { ok: true as const, value: {} };
      },
      since: async (vector: string) => {
        const whole = encodeStateAsUpdate(kept);
        const update = toBase64(diffUpdate(whole, fromBase64(vector)));
        return { ok: true as const, value: { update } };
      },
      after: (ms: number, task: () => void) => void tasks.push({ at: now + ms, task }),
    },
  };
  function due() {
    return tasks.find(({ at }) => at <= now);
  }
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const write = (doc: Doc, text: string) => doc.getText('t').insert(0, text);

describe('what is typed', () => {
  it('is on disk within 250 ms of the last key, in few writes', async () => {
    const engine = keeper();
    const text = openSharedText(engine.state(), engine.ports);
    for (const letter of 'incident') {
      write(text.doc, letter);
      await engine.advance(40);
    }
    expect(text.saved().kind).toBe('saving');
    await engine.advance(130);
    expect(text.saved().kind).toBe('saved');
    expect(engine.kept.getText('t').toString()).toBe('tnedicni');
    expect(engine.writes.length).toBeLessThanOrEqual(4);
  });

  it('is kept and tried again while the engine is gone, and says so', async () => {
    const engine = keeper();
    const text = openSharedText(engine.state(), engine.ports);
    engine.setDown(true);
    write(text.doc, 'a');
    await engine.advance(200);
    expect(text.saved()).toMatchObject({ kind: 'unsaved' });
    write(text.doc, 'b');
    engine.setDown(false);
    await engine.advance(2_000);
    expect(text.saved().kind).toBe('saved');
    expect(engine.kept.getText('t').toString()).toBe('ba');
  });

  it('is saved when the page is left', async () => {
    const engine = keeper();
    const text = openSharedText(engine.state(), engine.ports);
    write(text.doc, 'last words');
    await text.close();
    expect(engine.kept.getText('t').toString()).toBe('last words');
  });

  it('leaves in pieces that one write can hold', async () => {
    const engine = keeper();
    const text = openSharedText(engine.state(), engine.ports);
    for (let part = 0; part < 3; part += 1) write(text.doc, 'x'.repeat(500_000));
    await engine.advance(200);
    expect(engine.writes.length).toBeGreaterThan(1);
    expect(engine.kept.getText('t').length).toBe(1_500_000);
  });
});

it('merges what others wrote, and does not write it back', async () => {
  const engine = keeper();
  const text = openSharedText(engine.state(), engine.ports);
  write(engine.kept, 'from Ben');
  await text.pull();
  expect(text.doc.getText('t').toString()).toBe('from Ben');
  await engine.advance(500);
  expect(engine.writes).toEqual([]);
  expect(text.saved().kind).toBe('saved');
});

it('keeps comments in the same document: made, resolved, and those of two people at once', async () => {
  const engine = keeper();
  const [ana, ben] = [0, 1].map(() => openSharedText(engine.state(), engine.ports));
  if (ana === undefined || ben === undefined) throw new Error('two were opened');
  const comment = (id: string, at: number) => {
    return { id, text: `note ${id}`, by: 'U1', name: 'Ana', at, resolved: false };
  };
  addComment(ana.doc, comment('one', 1));
  addComment(ben.doc, comment('two', 2));
  await engine.advance(200);
  await Promise.all([ana.pull(), ben.pull()]);
  changeComment(ben.doc, 'one', { resolved: true });
  await engine.advance(200);
  await ana.pull();
  expect(listComments(ana.doc).map(({ id, resolved }) => [id, resolved])).toEqual([
    ['one', true],
    ['two', false],
  ]);
  expect(encodeStateVectorFromUpdate(encodeStateAsUpdate(ana.doc))).toEqual(
    encodeStateVectorFromUpdate(encodeStateAsUpdate(ben.doc)),
  );
});

it('passes over a comment of a kind that it does not know', () => {
  const doc = new Doc();
  doc.getMap('comments').set('new', 'drawn with ink');
  expect(listComments(doc)).toEqual([]);
});
