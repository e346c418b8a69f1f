import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { type SlackServer, TOKENS } from '../fixtures/slack-server.ts';
import {
  activeIncidents,
  addAction,
  addNote,
  choose,
  connectSlack,
  declare,
  openIncident,
  syncStatus,
  timeline,
} from '../gestures/incident.ts';

type Found = { readonly id: string; readonly name: string; readonly topic: string };

type Reader = 'ana' | 'ben';

async function channels(slack: SlackServer, reader: Reader): Promise<readonly Found[]> {
  const { channels: found = [] } = await slack.as(reader).conversations.list({ limit: 200 });
  return found.map(({ id = '', name = '', topic }) => ({ id, name, topic: topic?.value ?? '' }));
}

async function channelEnding(
  slack: SlackServer,
  end: string,
  reader: Reader = 'ana',
): Promise<Found> {
  const find = async () =>
    (await channels(slack, reader)).find(({ name }) => name.endsWith(end)) ?? null;
  await expect.poll(find).not.toBeNull();
  const found = await find();
  if (found === null) throw new Error(`no channel ends with ${end}`);
  return found;
}

/** Texts of the messages of ours in a channel, oldest first. */
async function posted(
  slack: SlackServer,
  channel: string,
  reader: Reader = 'ana',
): Promise<readonly string[]> {
  const { messages = [] } = await slack
    .as(reader)
    .conversations.history({ channel, limit: 200, include_all_metadata: true });
  return messages
    .filter(({ metadata }) => metadata?.event_type?.startsWith('quarterdeck'))
    .map(({ text = '' }) => text)
    .reverse();
}

const synced = (page: Page) => expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });

test('what is no token is told so before anybody is asked', async ({ desktop }) => {
  await connectSlack(desktop.page, 'not a token');
  await expect(desktop.page.getByText('This is not a Slack token.')).toBeVisible();
});

test('a token is checked: an unknown one and a weak one are told apart', async ({
  desktop,
  slackServer,
}) => {
  test.skip(
    slackServer === 'emulate',
    'emulate takes an unknown token for its first user and sends no header with scopes',
  );
  const { page } = desktop;
  await connectSlack(page, 'xoxp-nobody');
  await expect(page.getByText('Slack does not accept this token (invalid_auth).')).toBeVisible();
  await connectSlack(page, TOKENS.weak);
  await expect(page.getByText(/This token lacks 6 scopes: channels:history, /)).toBeVisible();
});

test('a revoked token stops the sending in words; a new one goes on where it stopped', async ({
  startDesktop,
  slack,
  slackServer,
}) => {
  test.skip(slackServer === 'emulate', 'emulate cannot revoke a token');
  const { page } = await startDesktop(TOKENS.ana);
  await synced(page);
  await declare(page, 'Locked out');
  await synced(page);
  await slack.as('ana').auth.revoke();
  await addNote(page, 'Written while locked out.');
  await expect(syncStatus(page)).toContainText(/token was revoked/, { timeout: 20_000 });
  await connectSlack(page, TOKENS.anaToo);
  await synced(page);
  const channel = await channelEnding(slack, '-locked-out', 'ben');
  await expect
    .poll(async () => (await posted(slack, channel.id, 'ben')).join('\n'))
    .toContain('Written while locked out.');
});

test('declaring makes the channel, sets its topic, posts and announces', async ({
  desktop,
  slack,
}) => {
  const { page } = desktop;
  await connectSlack(page, TOKENS.ana);
  await expect(page.getByText('Acme')).toBeVisible();
  await synced(page);
  await declare(page, 'Checkout errors in EU');
  await choose(page, 'Severity', 'Major');
  const channel = await channelEnding(slack, '-checkout-errors-in-eu');
  expect(channel.name).toMatch(/^inc-[0-9a-z]{4}-checkout-errors-in-eu$/);
  await synced(page);
  await expect
    .poll(() => posted(slack, channel.id))
    .toEqual([
      '▬ Declared (Minor): Checkout errors in EU',
      expect.stringContaining('◉ Lead: '),
      '▲ Severity: Minor → Major',
    ]);
  await expect
    .poll(async () => (await channelEnding(slack, channel.name)).topic)
    .toContain('▲ Major');
  const announcements = await channelEnding(slack, 'incidents');
  await expect
    .poll(async () => (await posted(slack, announcements.id))[0])
    .toContain('Checkout errors in EU');
});

test('what people write in the channel is in the timeline, under their names', async ({
  startDesktop,
  slack,
}) => {
  const { page } = await startDesktop(TOKENS.ana);
  await synced(page);
  await declare(page, 'Slow search');
  const channel = await channelEnding(slack, '-slow-search');
  await synced(page);
  await slack.as('ben').conversations.join({ channel: channel.id });
  await slack
    .as('ben')
    .chat.postMessage({ channel: channel.id, text: 'index is <3 days old & sad' });
  await expect(timeline(page)).toContainText('index is');
  await expect(timeline(page)).toContainText(/ben/i);
});

test('a second desktop finds the incident, both change it, and both show the same', async ({
  startDesktop,
}) => {
  const ana = await startDesktop(TOKENS.ana);
  const ben = await startDesktop(TOKENS.ben);
  await synced(ana.page);
  await declare(ana.page, 'Webhooks late');
  await expect(activeIncidents(ben.page)).toContainText('Webhooks late', { timeout: 30_000 });
  await openIncident(ben.page, 'Webhooks late');
  await choose(ben.page, 'Status', 'Investigating');
  await addAction(ben.page, 'Drain the queue');
  await expect(timeline(ana.page)).toContainText('Status: Triage → Investigating', {
    timeout: 30_000,
  });
  await expect(timeline(ana.page)).toContainText('Action: Drain the queue');
  await addNote(ana.page, 'Seen, thanks.');
  await expect(timeline(ben.page)).toContainText('Seen, thanks.', { timeout: 30_000 });
});

test('with the network cut nothing is blocked; afterwards both have everything', async ({
  startDesktop,
  slack,
}) => {
  test.slow();
  const ana = await startDesktop(TOKENS.ana);
  const ben = await startDesktop(TOKENS.ben);
  await synced(ana.page);
  await declare(ana.page, 'Split brain');
  await expect(activeIncidents(ben.page)).toContainText('Split brain', { timeout: 30_000 });
  await openIncident(ben.page, 'Split brain');
  await synced(ana.page);
  await ana.cable.cut();
  await ben.cable.cut();
  await choose(ana.page, 'Severity', 'Major');
  await addNote(ana.page, 'Ana, in the dark.');
  await addAction(ana.page, 'Find a torch');
  await addNote(ben.page, 'Ben, in the dark.');
  await expect(syncStatus(ana.page)).toHaveText('Offline, 3 changes waiting', { timeout: 20_000 });
  await ana.cable.restore();
  await ben.cable.restore();
  await synced(ana.page);
  await synced(ben.page);
  for (const { page } of [ana, ben]) {
    for (const text of [
      'Severity: Minor → Major',
      'Ana, in the dark.',
      'Find a torch',
      'Ben, in the dark.',
    ]) {
      await expect(timeline(page)).toContainText(text, { timeout: 30_000 });
    }
  }
  const channel = await channelEnding(slack, '-split-brain');
  const all = (await posted(slack, channel.id)).join('\n');
  for (const text of ['Ana, in the dark.', 'Ben, in the dark.', 'Find a torch']) {
    expect(all.split(text)).toHaveLength(2);
  }
});

test('an incident declared before Slack was connected goes there afterwards', async ({
  desktop,
  slack,
}) => {
  const { page } = desktop;
  await declare(page, 'Declared in the dark');
  await addNote(page, 'Before anyone knew.');
  await connectSlack(page, TOKENS.ana);
  const channel = await channelEnding(slack, '-declared-in-the-dark');
  await synced(page);
  expect((await posted(slack, channel.id)).join('\n')).toContain('Before anyone knew.');
});
