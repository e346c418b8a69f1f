import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { NAME_MAX } from '#shared/domain/incident.ts';
import { NOTE_MAX } from '#shared/domain/timeline.ts';
import type { Desktop } from '../../engine/testing/desktop.ts';
import { startTeam } from '../../engine/testing/team.ts';
import { auditSlack } from '../audit.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

async function notesOn(desk: Desktop, incident: IncidentId): Promise<readonly string[]> {
  const { items } = await desk.query('timeline', { incident, limit: 200 });
  return items.flatMap((item) => (item.kind === 'note' ? [item.text] : []));
}

async function messagesOn(desk: Desktop, incident: IncidentId): Promise<readonly string[]> {
  const { items } = await desk.query('timeline', { incident, limit: 200 });
  return items.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
}

/** Blocks of ours as they stand in Slack. */
type Section = { readonly text?: { readonly type: string } };

describe.each(HOSTILE_TEXTS)('%s', (_what, text) => {
  const note = text.trim().slice(0, NOTE_MAX);
  const name = text.trim().slice(0, NAME_MAX).trim();

  test('written here, it reaches everybody as it is, and calls nobody in Slack', async () => {
    const { slack, clock, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incident = await ana.declare('Slow');
    await ana.command('note.add', { incident, entry: ana.id(), text: note });
    await ana.command('incident.rename', { incident, name });
    await ana.command('action.add', { incident, action: ana.id(), text: name });
    await clock.advance(90 * SECOND);
    const [view, theirs] = await Promise.all(
      [ana, ben].map((desk) => desk.query('incident', { incident })),
    );
    expect(view?.name).toBe(name.toWellFormed());
    expect(theirs?.name).toBe(view?.name);
    expect(theirs?.actions.map((action) => action.text)).toEqual(
      view?.actions.map((action) => action.text),
    );
    const notes = await notesOn(ana, incident);
    expect(await notesOn(ben, incident)).toEqual(notes);
    expect(notes).toEqual([note.toWellFormed()]);
    const posted = slack.channelNamed(incidentChannel())?.messages ?? [];
    for (const message of posted.filter(({ metadata }) => metadata !== null)) {
      // What people wrote is escaped: Slack makes links of addresses, but calls and names nobody.
      expect(message.text).not.toMatch(/<[!@#]/);
      for (const { text: said } of (message.blocks ?? []) as readonly Section[]) {
        expect(said?.type).toBe('plain_text');
      }
    }
    expect((await ana.query('sync', {})).state).toBe('synced');
    expect(ana.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(auditSlack(slack, [])).toEqual([]);
  });

  test('written in Slack by somebody, it is on the timeline and harms nothing', async () => {
    const { slack, clock, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const channel = slack.channelNamed(incidentChannel())?.id ?? '';
    const before = await ana.query('incident', { incident });
    slack.say('U0BEN000001', channel, text);
    slack.say('U0BEN000001', channel, 'and on');
    await clock.advance(60 * SECOND);
    const messages = await messagesOn(ana, incident);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toBe('and on');
    const { name: called, severity, status, actions } = await ana.query('incident', { incident });
    expect({ name: called, severity, status, actions }).toEqual({
      name: before.name,
      severity: before.severity,
      status: before.status,
      actions: before.actions,
    });
    expect(ana.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
