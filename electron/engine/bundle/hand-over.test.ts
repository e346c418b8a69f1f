import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { png } from '#shared/domain/testing/png.ts';
import { addImage } from '../testing/added-image.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { tell } from '../testing/golden.ts';
import { type Cable, startTeam } from '../testing/team.ts';

/** Hands an incident over as two pages would: bytes out of one desktop, into the other. */
async function handOver(from: Desktop, to: Desktop, incident: IncidentId) {
  const { name, path, bytes } = await from.command('bundle.export', { incident });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(path).size).toBe(bytes);
  const upload = to.id();
  let offset: number | null = 0;
  let given = 0;
  let imported = null;
  while (offset !== null) {
    const piece: { data: string; next: number | null } = await from.query('bundle', {
      name,
      offset,
    });
    const last = piece.next === null;
    ({ imported } = await to.command('bundle.import', {
      upload,
      offset: given,
      data: piece.data,
      last,
    }));
    given += Buffer.from(piece.data, 'base64').length;
    offset = piece.next;
  }
  return imported;
}

describe('images', () => {
  test('go along in the file, and come to Slack from whoever has them', async () => {
    const team = startTeam();
    const nets = [team.cable(), team.cable()] as const;
    const ana = await team.join('xoxp-ana', nets[0]);
    const ben = await team.join('xoxp-ben', nets[1]);
    await team.clock.advance(MINUTE);
    for (const net of nets) net.cut = true;
    const incident = await ana.declare('Slack is down');
    await addImage(ana, incident, png(), { alt: 'Errors' });
    expect(await handOver(ana, ben, incident)).toMatchObject({ incident });
    const shown = async (desktop: Desktop) =>
      (await desktop.query('timeline', { incident, limit: 50 })).items.filter(
        (item) => item.kind === 'note',
      );
    expect(await shown(ben)).toMatchObject([{ text: 'Errors', files: [{ image: 'here' }] }]);
    // Ana's desktop brings its ops to Slack and is gone before the image is.
    nets[0].cut = false;
    const refused = { kind: 'error', error: 'internal_error', times: 99 } as const;
    team.slack.faults.add({ method: 'files.getUploadURLExternal', token: 'xoxp-ana', ...refused });
    await ana.command('sync.retry', {});
    await team.clock.advance(MINUTE);
    await team.leave(ana);
    nets[1].cut = false;
    await ben.command('sync.retry', {});
    await team.clock.advance(5 * MINUTE);
    const files = () =>
      team.slack.channelNamed(team.incidentChannel())?.messages.flatMap(({ fileIds }) => fileIds);
    expect(files()).toEqual([]);
    await team.clock.advance(10 * MINUTE);
    expect(files()).toHaveLength(1);
  });

  test('that there is no room for are counted, and the newest go along', async () => {
    const ana = await startDesktop();
    const ben = await startDesktop({ seed: 2 });
    onTestFinished(() => Promise.all([ana.stop(), ben.stop()]).then(() => undefined));
    const incident = await ana.declare('Slow');
    const sizes = [9, 8, 7];
    for (const [i, megabytes] of sizes.entries()) {
      const image = Buffer.alloc(megabytes * 1_000_000);
      // Nothing that packs well: an image never does.
      for (let at = 0, x = i + 1; at < image.length; at += 4) {
        x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 12_345) | 0;
        image.writeInt32LE(x, at);
      }
      Buffer.from(png(10, 10 + i)).copy(image);
      image.set(png().subarray(-12), image.length - 12);
      await addImage(ana, incident, image);
      ana.clock.jump(MINUTE);
    }
    const made = await ana.command('bundle.export', { incident });
    expect(made.imagesLeftOut).toBe(1);
    expect(await handOver(ana, ben, incident)).toMatchObject({ incident });
    const { items } = await ben.query('timeline', { incident, limit: 50 });
    const states = items.flatMap((item) =>
      item.kind === 'note' ? item.files.map(({ image }) => image) : [],
    );
    expect(states).toEqual(['coming', 'here', 'here']);
  });
});

describe('a hand-over while Slack is down', () => {
  let profile: string;
  let remove: () => void;
  beforeEach(() => {
    ({ profile, remove } = temporaryProfile());
  });
  afterEach(() => remove());

  /** Both sign in once; then Slack is down, Ana declares and hands over, and both go on. */
  async function handedOver(isPrivate = false) {
    const team = startTeam();
    const cables: readonly [Cable, Cable] = [team.cable(), team.cable()];
    const ana = await team.join('xoxp-ana', cables[0], profile);
    const ben = await team.join('xoxp-ben', cables[1]);
    await team.clock.advance(MINUTE);
    for (const net of cables) net.cut = true;
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Slack is down', private: isPrivate });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'by Ana' });
    const imported = await handOver(ana, ben, incident);
    expect(imported).toMatchObject({ incident, ops: 3, messages: 0 });
    await ben.command('role.assign', { incident, role: 'lead', person: 'U0BEN000001' });
    await ben.command('note.add', { incident, entry: ben.id(), text: 'by Ben' });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'Ana again' });
    await team.clock.advance(MINUTE);
    return { team, cables, ana, ben, incident };
  }

  const channelsOf = (team: ReturnType<typeof startTeam>) =>
    team.channelNames().filter((name) => name.startsWith('inc-'));

  test('then both online: one channel, every change once, and both see the same', async () => {
    const { team, cables, ana, ben } = await handedOver();
    for (const net of cables) net.cut = false;
    await team.clock.advance(3 * MINUTE);
    const [channel = '', ...more] = channelsOf(team);
    expect(more).toEqual([]);
    const carried = team.carriedOps(channel);
    expect(carried).toHaveLength(6);
    expect(new Set(carried).size).toBe(6);
    expect((await ben.query('sync', {})).waiting).toBe(0);
    expect(await tell(ben)).toEqual(await tell(ana));
  });

  test('the receiver online first: waits for the sender, then sends it all, and nothing twice', async () => {
    const { team, cables, ana, ben } = await handedOver();
    cables[1].cut = false;
    await team.clock.advance(3 * MINUTE);
    expect(channelsOf(team)).toEqual([]);
    await team.clock.advance(5 * MINUTE);
    const [channel = ''] = channelsOf(team);
    expect(new Set(team.carriedOps(channel)).size).toBe(5);
    cables[0].cut = false;
    await team.clock.advance(4 * MINUTE);
    expect(channelsOf(team)).toEqual([channel]);
    const carried = team.carriedOps(channel);
    expect(carried).toHaveLength(6);
    expect(new Set(carried).size).toBe(6);
    expect(await tell(ana)).toEqual(await tell(ben));
  });

  test('files went both ways: neither waits for the other, and every change is there once', async () => {
    const { team, cables, ana, ben, incident } = await handedOver();
    expect(await handOver(ben, ana, incident)).toMatchObject({ ops: 2 });
    for (const net of cables) net.cut = false;
    await team.clock.advance(3 * MINUTE);
    const [channel = '', ...more] = channelsOf(team);
    expect(more).toEqual([]);
    const carried = team.carriedOps(channel);
    expect(carried).toHaveLength(6);
    expect(new Set(carried).size).toBe(6);
    for (const desk of [ana, ben]) expect((await desk.query('sync', {})).waiting).toBe(0);
    expect(await tell(ben)).toEqual(await tell(ana));
  });

  test('a private incident stays private', async () => {
    const { team, cables, ben, incident } = await handedOver(true);
    expect((await ben.query('incident', { incident })).private).toBe(true);
    cables[1].cut = false;
    await team.clock.advance(8 * MINUTE);
    const [channel = ''] = channelsOf(team);
    expect(team.slack.channelNamed(channel)?.isPrivate).toBe(true);
    expect(team.metadataOf('incidents')).toEqual([]);
  });

  test('with what Slack had: messages and names come along, and nothing is sent again', async () => {
    const team = startTeam();
    const ana = await team.join('xoxp-ana', team.cable(), profile);
    const incident = await ana.declare('Slow');
    await team.clock.advance(30 * SECOND);
    const channel = team.incidentChannel();
    team.slack.say('U0BEN000001', team.slack.channelNamed(channel)?.id ?? '', 'seen by all');
    await team.clock.advance(MINUTE);
    const net = team.cable();
    net.cut = true;
    const eve = await startDesktop({ clock: team.clock, seed: 77, fetch: net.fetch });
    const imported = await handOver(ana, eve, incident);
    expect(imported?.ops).toBe(2);
    expect(await tell(eve)).toEqual(await tell(ana));
    expect((await eve.query('sync', {})).waiting).toBe(0);
    expect(await handOver(ana, eve, incident)).toMatchObject({ ops: 0, messages: 0 });
    expect(
      (await eve.refusal('query', 'bundle', { name: '../quarterdeck.db', offset: 0 })).code,
    ).toBe('not_found');
    expect(readdirSync(join(eve.profile, 'bundles'))).toHaveLength(2);
    await eve.stop();
    expect(readFileSync(join(profile, 'quarterdeck.db')).length).toBeGreaterThan(0);
  });
});
