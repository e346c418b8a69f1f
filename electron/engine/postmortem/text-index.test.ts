import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { openPage } from '../testing/post-mortem-page.ts';
import { startTeam } from '../testing/team.ts';

const found = async (desktop: Desktop, text: string) =>
  (await desktop.query('search', { text, limit: 5 })).hits;

let temporary: ReturnType<typeof temporaryProfile>;
let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  temporary = temporaryProfile();
  ana = await startDesktop({ profile: temporary.profile });
  incident = await ana.declare('Checkout fails');
  await ana.command('post-mortem.start', { incident });
});
afterEach(async () => {
  await ana.stop();
  temporary.remove();
});

test('what is written in a post-mortem is found, with the piece around it', async () => {
  const page = await openPage(ana, incident);
  await page.write('The retry queue had no upper bound.');
  await ana.clock.advance(2 * MINUTE);
  expect(await found(ana, 'upper bound')).toMatchObject([
    {
      ...{ incident, kind: 'post_mortem', id: incident, name: 'Checkout fails', by: null },
      snippet: { text: 'The retry queue had no upper bound.' },
    },
  ]);
  expect(await found(ana, 'surprised')).toEqual([]);
  await page.write('Nobody knew of the sidecar.');
  await ana.clock.advance(2 * MINUTE);
  expect(await found(ana, 'sidecar')).toHaveLength(1);
  expect(await found(ana, 'upper bound')).toHaveLength(1);
});

test('a database that came back from the journal finds it again', async () => {
  const page = await openPage(ana, incident);
  await page.write('The retry queue had no upper bound.');
  await ana.clock.advance(2 * MINUTE);
  await ana.stop();
  for (const end of ['', '-wal', '-shm']) {
    rmSync(join(temporary.profile, `quarterdeck.db${end}`), { force: true });
  }
  rmSync(join(temporary.profile, 'backups'), { recursive: true, force: true });
  ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
  await ana.clock.advance(MINUTE);
  expect(await found(ana, 'upper bound')).toHaveLength(1);
});

test('what somebody else wrote is found once it is here', async () => {
  const team = startTeam();
  const [bo, cy] = [await team.join('xoxp-ana'), await team.join('xoxp-ben')];
  const shared = await bo.declare('Search is slow');
  await bo.command('post-mortem.start', { incident: shared });
  const page = await openPage(bo, shared);
  await page.write('Two shards shared one disk.');
  await team.clock.advance(10 * MINUTE);
  expect(await found(cy, 'shards disk')).toMatchObject([{ kind: 'post_mortem', incident: shared }]);
});
