import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeviceId, IncidentId } from '#shared/base/ids.ts';
import { newUlid } from '#shared/base/ids.ts';
import { png } from '#shared/domain/testing/png.ts';
import type { Op } from '#shared/ops/op.ts';
import { applyOps } from '../log/apply.ts';
import { all, closeDatabase, type Db, inTransaction, openDatabase } from '../store/database.ts';
import { opsOf } from '../store/ops.ts';
import { keepWorkspace } from '../store/workspace.ts';
import { arbitraryOps } from '../testing/arbitrary-op.ts';
import { createClock } from '../testing/clock.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import { derivedTables } from '../testing/tables.ts';
import { writeContent } from './content.ts';
import { contentOf } from './export.ts';
import { pack } from './format.ts';
import { importBundle } from './import.ts';

/** A store without an engine around it, as an importing desktop has it. */
function openCore(device = 'FFFFFFFFFF') {
  const { profile, remove } = temporaryProfile();
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  onTestFinished(() => {
    closeDatabase(db);
    remove();
  });
  const ports = { clock: createClock(), random: seededRandom(1), loginName: 'ana', profile };
  return { db, device: device as DeviceId, ports: ports as never };
}

const clear = (db: Db) => {
  for (const table of [
    'op',
    'held_op',
    'outbox',
    'slack_user',
    'setting',
    ...Object.keys(derivedTables(db)),
  ]) {
    db.sqlite.exec(`DELETE FROM ${table}`);
  }
};

const everything = (db: Db) => ({
  ...derivedTables(db),
  op: all(db, 'SELECT id, at, author, v, fields, extra, stamp, slack_ts FROM op ORDER BY id'),
});

async function bundleOf(core: ReturnType<typeof openCore>, incident: IncidentId): Promise<Buffer> {
  const led = { id: incident, code: 'INC-TEST' } as Parameters<typeof contentOf>[1];
  const packed = pack(writeContent(contentOf(core, led)));
  if (!packed.ok) throw new Error(packed.error.message);
  return packed.value;
}

async function refusal(core: ReturnType<typeof openCore>, file: Buffer): Promise<string> {
  const imported = importBundle(core, file);
  return imported.ok ? 'imported' : imported.error.message;
}

describe('a bundle', () => {
  test('imported elsewhere gives the same tables, once or twice, with what a newer version wrote', async () => {
    const here = openCore();
    const there = openCore();
    await fc.assert(
      fc.asyncProperty(arbitraryOps, fc.boolean(), async (ops, isCarried) => {
        clear(here.db);
        clear(there.db);
        const incident = ops[0]?.incident;
        if (incident === undefined) return;
        const own = ops
          .filter((op) => op.incident === incident)
          .map((op, n): Op => (n % 3 === 0 ? ({ ...op, v: 9, signature: [n] } as Op) : op));
        inTransaction(here.db, () =>
          applyOps(here.db, own, isCarried ? '1795226490.000100' : null),
        );
        const file = await bundleOf(here, incident);
        for (let time = 0; time < 2; time++) {
          expect(importBundle(there, file)).toMatchObject({ ok: true });
          expect(everything(there.db)).toEqual(everything(here.db));
        }
        expect(opsOf(there.db, incident)).toEqual(opsOf(here.db, incident));
      }),
      { numRuns: 40 },
    );
  });

  test('cut anywhere, or changed anywhere, is refused in words or the same, and nothing is harmed', async () => {
    const here = openCore();
    const [ops = []] = fc.sample(
      arbitraryOps.filter((some) => some.length > 3),
      { numRuns: 1, seed: 5 },
    );
    const incident = ops[0]?.incident as IncidentId;
    inTransaction(here.db, () =>
      applyOps(
        here.db,
        ops.filter((op) => op.incident === incident),
        null,
      ),
    );
    const file = await bundleOf(here, incident);
    const there = openCore();
    for (let at = 0; at < file.length; at++) {
      expect(await refusal(there, file.subarray(0, at))).toContain('Nothing was imported.');
    }
    expect(await refusal(there, Buffer.concat([file, Buffer.from('x')]))).toContain('was cut, or');
    expect(opsOf(there.db, null)).toEqual([]);
    const random = seededRandom(3);
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const said = await refusal(there, changed);
      if (said === 'imported') expect(everything(there.db)).toEqual(everything(here.db));
      else expect(said).toContain('Nothing was imported.');
    }
  });

  test('that would fill the memory is refused before it is unpacked', async () => {
    const there = openCore();
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    const sum = '0'.repeat(64);
    const lying = (bytes: number) =>
      Buffer.concat([
        Buffer.from(
          `{"quarterdeck":1,"sha256":"${sum}","bytes":${bytes},"packed":${bomb.length}}\n`,
        ),
        bomb,
      ]);
    const before = process.memoryUsage().rss;
    expect(await refusal(there, lying(100_000_000))).toContain('larger than Quarterdeck takes');
    expect(await refusal(there, lying(999_999_999_999))).toContain('larger than Quarterdeck takes');
    expect(await refusal(there, lying(1_000))).toContain('ERR_BUFFER_TOO_LARGE');
    expect(await refusal(there, Buffer.alloc(40_000_000))).toContain(
      'larger than Quarterdeck takes',
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  test('with an image that is not what its hash says is refused, and nothing of it is kept', async () => {
    const core = openCore();
    const incident = newUlid({ now: () => 0, random: seededRandom(2) }) as IncidentId;
    const led = { id: incident, code: 'INC-TEST' } as Parameters<typeof contentOf>[1];
    const data = Buffer.from(png()).toString('base64');
    const images = [{ hash: 'a'.repeat(64), data }];
    const packed = pack(writeContent({ ...contentOf(core, led), images }), true);
    if (!packed.ok) throw new Error(packed.error.message);
    expect(await refusal(core, packed.value)).toContain('an image in it is not what it says');
    expect(all(core.db, 'SELECT hash FROM image')).toEqual([]);
  });

  test.each([
    ['a newer version', '{"quarterdeck":3,"anything":[]}\n', 'A newer Quarterdeck made this file'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'not an incident file of Quarterdeck'],
    ['nothing', '', 'not an incident file of Quarterdeck'],
  ])('of %s is refused in words', async (_what, text, words) => {
    expect(await refusal(openCore(), Buffer.from(text, 'latin1'))).toContain(words);
  });

  test.each([
    [
      'an op of another incident',
      (line: string) => line.replace(/"incident":"01/, '"incident":"02'),
    ],
    ['a line of a kind nobody knows', () => '{"kind":"surprise"}'],
    ['a line that is not JSON', () => '{"kind":'],
    ['no such line', () => null],
  ])('with %s in place of its last change is refused, checksum or not', async (_what, change) => {
    const here = openCore();
    const [ops = []] = fc.sample(
      arbitraryOps.filter((some) => some.length > 3),
      { numRuns: 1, seed: 8 },
    );
    const incident = ops[0]?.incident as IncidentId;
    inTransaction(here.db, () =>
      applyOps(
        here.db,
        ops.filter((op) => op.incident === incident),
        null,
      ),
    );
    const led = { id: incident, code: 'INC-TEST' } as Parameters<typeof contentOf>[1];
    const lines = writeContent(contentOf(here, led)).split('\n');
    const last = lines.findLastIndex((line) => line.startsWith('{"kind":"op"'));
    const changed = change(lines[last] ?? '');
    lines.splice(last, 1, ...(changed === null ? [] : [changed]));
    const packed = pack(lines.join('\n'));
    if (!packed.ok) throw new Error('not packed');
    const there = openCore();
    expect(await refusal(there, packed.value)).toContain('This file is not as it was made');
    expect(opsOf(there.db, null)).toEqual([]);
  });

  test('from another workspace is refused', async () => {
    const here = openCore();
    const there = openCore();
    keepWorkspace(here.db, { id: 'T1', name: 'Acme' });
    keepWorkspace(there.db, { id: 'T2', name: 'Umbrella' });
    const incident = newUlid({ now: () => 0, random: seededRandom(2) }) as IncidentId;
    expect(await refusal(there, await bundleOf(here, incident))).toContain(
      'from the workspace Acme; the incidents here belong to Umbrella',
    );
  });
});
