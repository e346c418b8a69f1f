import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryOps } from '../testing/arbitrary-op.ts';
import { fromBlocks, toBlock } from './block-carrier.ts';
import { decodeBody, decodePayload, encodeOps, fitting } from './carrier.ts';
import { messageIn } from './history-message.ts';

const some = arbitraryOps.filter((ops) => ops.length > 0);

test('what is encoded comes back, in as many pieces as it takes', () => {
  const large = fc
    .tuple(some, fc.string({ unit: 'binary', maxLength: 12_000 }))
    .map(([ops, text]) => {
      const [first, ...rest] = ops;
      if (first === undefined) return ops;
      return [{ ...first, set: { ...first.set, text: text.toWellFormed() } }, ...rest];
    });
  fc.assert(
    fc.property(large, (ops) => {
      const pieces = encodeOps(ops).map((metadata) => {
        const carried = decodePayload(JSON.parse(JSON.stringify(metadata.event_payload)));
        if (!carried.ok) throw new Error(carried.error);
        return carried.value;
      });
      expect(pieces.map((piece) => piece.part)).toEqual(pieces.map((_, i) => i + 1));
      const { ops: back, refused } = decodeBody(pieces.map((piece) => piece.body).join(''));
      expect(refused).toEqual([]);
      expect(back).toEqual(ops);
    }),
    { numRuns: 60 },
  );
});

test('every piece is flat scalars below 4 KB', () => {
  fc.assert(
    fc.property(some, (ops) => {
      for (const { event_payload: payload } of encodeOps(ops.slice(0, fitting(ops)))) {
        expect(
          Object.values(payload).every((v) => typeof v === 'string' || typeof v === 'number'),
        ).toBe(true);
        expect(new TextEncoder().encode(payload.body).length).toBeLessThanOrEqual(3_600);
      }
    }),
  );
});

test('ops that fit together need one message', () => {
  fc.assert(
    fc.property(some, (ops) => {
      const n = fitting(ops);
      expect(n).toBeGreaterThanOrEqual(1);
      if (n > 1) expect(encodeOps(ops.slice(0, n))).toHaveLength(1);
    }),
  );
});

test.each([
  ['nothing', undefined],
  ['text', 'ops'],
  ['no body', { v: 1, ids: 'a' }],
  ['a piece past the last', { v: 1, ids: 'a', body: '[]', part: 3, parts: 2 }],
])('a payload that is %s is refused', (_what, payload) => {
  expect(decodePayload(payload).ok).toBe(false);
});

test('one op that cannot be read does not take the others with it', () => {
  const [op] = fc.sample(some, 1)[0] ?? [];
  const { ops, refused } = decodeBody(JSON.stringify([op, { v: 1 }, 'x']));
  expect(ops).toHaveLength(1);
  expect(refused).toHaveLength(2);
  expect(decodeBody('{').refused).toEqual(['body: not JSON']);
});

test('in blocks, what is encoded comes back byte for byte', () => {
  const large = fc
    .tuple(some, fc.string({ unit: 'binary', maxLength: 12_000 }))
    .map(([ops, text]) =>
      ops.map((op, i) => (i === 0 ? { ...op, set: { ...op.set, text: text.toWellFormed() } } : op)),
    );
  fc.assert(
    fc.property(large, (ops) => {
      for (const metadata of encodeOps(ops)) {
        const block = toBlock(metadata);
        const { elements } = block as { readonly elements: readonly { readonly value: string }[] };
        expect(elements.length).toBeLessThanOrEqual(25);
        for (const { value } of elements) expect(value.length).toBeLessThanOrEqual(2_000);
        const blocks = JSON.parse(JSON.stringify([{ type: 'divider' }, block]));
        expect(messageIn({ ts: '1700000000.000001', blocks })?.metadata).toEqual(
          JSON.parse(JSON.stringify(metadata)),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('blocks that are anybody’s carry nothing and break nothing', () => {
  const bomb = toBlock({ event_type: 'x', event_payload: 'a'.repeat(1_000_000) });
  const button = (value: string) => ({
    type: 'actions',
    block_id: 'quarterdeck:1',
    elements: [{ type: 'button', value }],
  });
  for (const block of [bomb, button('{}'), button(''), button('AAAA'), { type: 'actions' }, 7]) {
    expect(fromBlocks([block])).toBeUndefined();
  }
  expect(messageIn({ ts: '1700000000.000001', blocks: 'no list' })?.metadata).toBeUndefined();
});
