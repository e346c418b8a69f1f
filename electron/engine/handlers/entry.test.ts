import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';
import { told } from '../testing/told.ts';

async function desk() {
  const ana = await startTeam().join(null);
  return { ana, incident: await ana.declare('Slow') };
}

const items = async (desktop: Desktop, incident: IncidentId, more: object = {}) =>
  (await desktop.query('timeline', { incident, limit: 50, ...more })).items;

const textOf = (item: TimelineItemT | undefined) =>
  item === undefined || item.kind === 'change' ? null : item.text;

describe('a note', () => {
  test('of what happened before stands where it happened, and can be moved back', async () => {
    const { ana, incident } = await desk();
    const declaredAt = ana.clock.now();
    await ana.clock.advance(HOUR);
    const entry = ana.id();
    const happenedAt = declaredAt - MINUTE;
    await ana.command('note.add', { incident, entry, text: 'First 5xx', happenedAt });
    expect((await items(ana, incident))[0]).toMatchObject({
      kind: 'note',
      at: happenedAt,
      writtenAt: declaredAt + HOUR,
      text: 'First 5xx',
    });
    await ana.command('entry.edit', { incident, entry, happenedAt: null });
    expect((await items(ana, incident)).at(-1)).toMatchObject({ id: entry, at: declaredAt + HOUR });
    expect(await items(ana, incident)).toHaveLength(3);
  });

  test('that is edited keeps its earlier texts', async () => {
    const { ana, incident } = await desk();
    const entry = ana.id();
    await ana.command('note.add', { incident, entry, text: 'Only EU' });
    expect((await items(ana, incident)).at(-1)).toMatchObject({ edited: false });
    await ana.clock.advance(MINUTE);
    for (const text of ['EU and US', 'EU and US', 'Everywhere']) {
      await ana.command('entry.edit', { incident, entry, text });
    }
    expect((await items(ana, incident)).at(-1)).toMatchObject({ text: 'Everywhere', edited: true });
    const { versions } = await ana.query('entry-history', { incident, entry });
    expect(versions.map(({ text }) => text)).toEqual(['Only EU', 'EU and US', 'Everywhere']);
    expect(versions[0]).toMatchObject({ at: ana.clock.now() - MINUTE, by: { name: 'ana' } });
  });

  test('that is not here is named as missing', async () => {
    const { ana, incident } = await desk();
    const input = { incident, entry: ana.id(), text: 'x' };
    expect(await ana.refusal('command', 'entry.edit', input)).toMatchObject({
      code: 'not_found',
      message: 'This entry is not on this desktop.',
    });
  });
});

describe('any line', () => {
  test('is hidden, shown on request, and restored', async () => {
    const { ana, incident } = await desk();
    const entry = ana.id();
    await ana.command('note.add', { incident, entry, text: 'Wrong channel' });
    const before = await items(ana, incident);
    const change = before[1];
    expect(change?.kind).toBe('change');
    for (const line of [
      { kind: 'note', id: entry },
      { kind: 'change', id: change?.id ?? '' },
    ] as const) {
      await ana.command('line.hide', { incident, line, hidden: true });
      await ana.command('line.hide', { incident, line, hidden: true });
    }
    expect(await items(ana, incident)).toHaveLength(before.length - 2);
    expect((await items(ana, incident, { hidden: true })).map((item) => item.hidden)).toEqual([
      false,
      true,
      true,
    ]);
    await ana.command('line.hide', { incident, line: { kind: 'note', id: entry }, hidden: false });
    expect(textOf((await items(ana, incident)).at(-1))).toBe('Wrong channel');
  });

  test('is marked, and the marked ones can be read alone', async () => {
    const { ana, incident } = await desk();
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    const entry = ana.id();
    await ana.command('note.add', { incident, entry, text: 'It is the cache' });
    const note = { kind: 'note', id: entry } as const;
    await ana.command('line.mark', { incident, line: note, marker: 'key' });
    await ana.command('entry.edit', { incident, entry, text: 'It was the cache' });
    await ana.command('line.mark', { incident, line: note, marker: 'key' });
    await ana.command('line.mark', { incident, line: note, marker: 'diagnosis' });
    const severity = (await items(ana, incident))[2];
    const line = { kind: 'change', id: severity?.id ?? '' } as const;
    await ana.command('line.mark', { incident, line, marker: 'key' });
    const marked = await items(ana, incident, { marked: true });
    expect(marked.map((item) => item.marker)).toEqual(['key', 'diagnosis']);
    await ana.command('line.mark', { incident, line: note, marker: null });
    expect(await items(ana, incident, { marked: true })).toHaveLength(1);
  });

  test('that is not here, or of another incident, cannot be hidden', async () => {
    const { ana, incident } = await desk();
    const other = await ana.declare('Other');
    const foreign = (await items(ana, other))[0]?.id;
    for (const line of [
      { kind: 'note', id: ana.id() },
      { kind: 'change', id: foreign },
      { kind: 'message', id: '1732154400.000100' },
    ]) {
      expect(
        await ana.refusal('command', 'line.hide', { incident, line, hidden: true }),
      ).toMatchObject({ code: 'not_found', message: 'This line is not on this desktop.' });
    }
  });

  test('hidden lines do not tear a gap into the windows', async () => {
    const { ana, incident } = await desk();
    const notes = Array.from({ length: 9 }, () => ana.id());
    for (const entry of notes) {
      await ana.command('note.add', { incident, entry, text: entry });
      const line = { kind: 'note', id: entry } as const;
      if (notes.indexOf(entry) % 2 === 1) {
        await ana.command('line.hide', { incident, line, hidden: true });
      }
    }
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const cursor = before === undefined ? {} : { before };
      const window = await ana.query('timeline', { incident, limit: 2, ...cursor });
      seen.unshift(...window.items.map((item) => item.id));
      before = window.older ?? undefined;
    } while (before !== undefined);
    expect(seen.slice(2)).toEqual(notes.filter((_, i) => i % 2 === 0));
  });
});

describe('a message', () => {
  async function said(text: string) {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    const channel = slack.channels().find(({ name }) => name === incidentChannel())?.id ?? '';
    slack.say('U0BEN000001', channel, text);
    await clock.advance(30 * SECOND);
    const message = (await items(ana, incident)).find((item) => item.kind === 'message');
    return { ana, incident, channel, ts: message?.id ?? '', clock, join, slack };
  }

  test('is taken over once, in its place, with its author and the text it was made from', async () => {
    const { ana, incident, channel, ts } = await said('5xx &gt; 3 % <@U0ANA000001>, <b>');
    const before = await items(ana, incident);
    await ana.command('entry.curate', { incident, ts });
    await ana.command('entry.curate', { incident, ts });
    const after = await items(ana, incident);
    expect(after).toHaveLength(before.length);
    expect(after.at(-1)).toMatchObject({
      kind: 'note',
      id: `${channel}.${ts}`,
      at: before.at(-1)?.at,
      by: { ref: 'U0BEN000001' },
      slack: { channel, ts, changed: false, gone: false },
    });
    expect(textOf(after.at(-1))).toBe(textOf(before.at(-1)));
    await ana.command('entry.edit', { incident, entry: `${channel}.${ts}`, text: '5xx over 3 %' });
    expect((await items(ana, incident)).at(-1)).toMatchObject({
      text: '5xx over 3 %',
      edited: true,
      slack: { text: textOf(before.at(-1)) ?? '' },
    });
  });

  test('that is edited in Slack afterwards keeps its text, and says what Slack says now', async () => {
    const { ana, incident, ts, clock, channel, slack } = await said('It is DNS');
    await ana.command('entry.curate', { incident, ts });
    const message = slack
      .channels()
      .find(({ id }) => id === channel)
      ?.messages.find((one) => one.ts === ts);
    if (message === undefined) throw new Error('nothing was said');
    message.text = 'It is never DNS';
    await clock.advance(60 * SECOND);
    expect((await items(ana, incident)).at(-1)).toMatchObject({
      text: 'It is DNS',
      slack: { text: 'It is DNS', now: 'It is never DNS', changed: true, gone: false },
    });
  });

  test('is told to others, who see the same', async () => {
    const { ana, incident, ts, clock, join } = await said('It is DNS');
    await ana.command('entry.curate', { incident, ts });
    await ana.command('line.mark', {
      incident,
      line: { kind: 'message', id: ts },
      marker: 'diagnosis',
    });
    await clock.advance(30 * SECOND);
    const ben = await join('xoxp-ben');
    await clock.advance(60 * SECOND);
    expect(await told(ben, incident)).toEqual(await told(ana, incident));
    expect((await told(ana, incident)).at(-1)).toMatch(/: It is DNS$/);
  });

  test('of 40,000 characters is taken over whole, and comes whole to others', async () => {
    const long = '5xx &amp; 😀 '.repeat(3_000);
    const { ana, incident, ts, clock, join } = await said(long);
    await ana.command('entry.curate', { incident, ts });
    await clock.advance(5 * MINUTE);
    const ben = await join('xoxp-ben');
    await clock.advance(5 * MINUTE);
    const [mine, his] = [await items(ana, incident), await items(ben, incident)];
    const taken = (all: readonly TimelineItemT[]) => all.find((item) => item.kind === 'note');
    const whole = '5xx & 😀 '.repeat(3_000);
    // Compared to one word: nobody wants to read the difference.
    expect([textOf(taken(mine)) === whole, textOf(taken(his)) === whole]).toEqual([true, true]);
  });

  test('is hidden and marked like any other line', async () => {
    const { ana, incident, ts } = await said('Anybody for lunch?');
    const line = { kind: 'message', id: ts } as const;
    await ana.command('line.hide', { incident, line, hidden: true });
    expect((await items(ana, incident)).some((item) => item.kind === 'message')).toBe(false);
    const hidden = await items(ana, incident, { hidden: true });
    expect(textOf(hidden.find((item) => item.hidden))).toBe('Anybody for lunch?');
  });

  test('that is not here cannot be taken over', async () => {
    const { ana, incident } = await said('x');
    const input = { incident, ts: '1.000001' };
    expect(await ana.refusal('command', 'entry.curate', input)).toMatchObject({
      code: 'not_found',
      message: 'This message is not on this desktop.',
    });
  });
});
