import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { issueMarker } from '#shared/domain/github.ts';
import { createClock, type FakeClock } from '../testing/clock.ts';
import { type Desktop, memorySecrets, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import {
  type Fault,
  type GitHubDouble,
  GOOD_TOKEN,
  makeIssue,
  startGitHub,
} from '../testing/github-double.ts';

let clock: FakeClock;
let github: GitHubDouble;
let profile: ReturnType<typeof temporaryProfile>;
let gitHubSecrets: ReturnType<typeof memorySecrets>;
let ana: Desktop;
let incident: IncidentId;
let followUp: string;

const open = () =>
  startDesktop({
    ...{ profile: profile.profile, clock, gitHubSecrets, gitHubApiUrl: github.url },
    fetch: globalThis.fetch,
  });

beforeEach(async () => {
  clock = createClock();
  github = await startGitHub(clock.now);
  profile = temporaryProfile();
  gitHubSecrets = memorySecrets();
  ana = await open();
  await ana.command('github.set-repository', { repository: 'https://github.com/acme/shop' });
  await ana.command('github.set-token', { token: GOOD_TOKEN });
  incident = await ana.declare('Checkout errors');
  followUp = ana.id();
  const text = '# Alert on the hit rate\nAsk @ops, see #12';
  await ana.command('follow-up.add', { incident, followUp, text });
});
afterEach(async () => {
  await ana.stop();
  await github.close();
  profile.remove();
});

const view = async () => (await ana.query('settings', {})).gitHub;
const create = () => ana.command('github.create-issue', { incident, followUp });
const linkOf = async () =>
  (await ana.query('follow-ups', { incident })).items.find(({ id }) => id === followUp)?.issueUrl;
const posts = () => github.requests.filter((one) => one.startsWith('POST')).length;

/** Real requests take turns of the event loop that no clock here counts. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise<void>((resolve) => setImmediate(resolve));
}
const isLinked = async () => (await linkOf()) !== null;
const stateIs = (state: string) => async () => (await view()).asked[0]?.state === state;

describe('an issue of a follow-up', () => {
  test('is made at one press, says where it comes from, and its address stands on the follow-up', async () => {
    await create();
    await create();
    await until(isLinked);
    expect(await linkOf()).toBe('https://github.com/acme/shop/issues/1');
    expect(github.issues).toHaveLength(1);
    const [made] = github.issues;
    expect(made?.title).toBe('# Alert on the hit rate');
    expect(made?.body).toContain('\\# Alert on the hit rate');
    expect(made?.body).toContain('**Incident**: INC-');
    expect(made?.body).not.toMatch(/@ops|#12/);
    expect(made?.body.endsWith(issueMarker(followUp))).toBe(true);
    expect((await view()).asked).toEqual([]);
    expect(
      (await ana.refusal('command', 'github.create-issue', { incident, followUp })).message,
    ).toBe('This follow-up has an issue already.');
  });

  test('that another desktop made is found, and not made again', async () => {
    for (let i = 0; i < 130; i++) makeIssue(github.issues, `Other ${i}`, '', clock.now());
    github.issues.splice(10, 0, {
      ...makeIssue([], 'x', issueMarker(followUp), clock.now()),
      html_url: 'https://github.com/acme/shop/issues/1000',
    });
    await create();
    await until(isLinked);
    expect(await linkOf()).toBe('https://github.com/acme/shop/issues/1000');
    expect(posts()).toBe(0);
  });

  test('whose answer got lost is looked for before it is made again', async () => {
    github.fail('POST', 'drop-after');
    await create();
    await until(stateIs('unclear'));
    expect((await view()).asked[0]?.message).toBe('It may have been made.');
    await clock.advance(MINUTE);
    await until(isLinked);
    expect(github.issues).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  test.each<Fault>(['drop-before', 'server-error', 'portal'])(
    'that was not made for %s is made once it was looked for twice',
    async (fault) => {
      github.fail('POST', fault);
      await create();
      await until(stateIs('unclear'));
      await clock.advance(6_000);
      await until(() => github.requests.length >= 3);
      expect(posts()).toBe(1);
      await until(async () => {
        await clock.advance(MINUTE);
        return isLinked();
      });
      expect(github.issues).toHaveLength(1);
      expect(posts()).toBe(2);
    },
  );

  test('waits while there is no network, and is not forgotten at a restart', async () => {
    github.fail('GET', 'drop-before', 'drop-before');
    await create();
    await until(() => github.requests.length === 1);
    expect(await view()).toMatchObject({
      asked: [{ state: 'waiting', message: 'Waits for GitHub.' }],
    });
    await ana.stop();
    ana = await open();
    await until(async () => {
      await clock.advance(MINUTE);
      return isLinked();
    });
    expect(github.issues).toHaveLength(1);
  });

  test('that was on its way when everything ended is looked for at the next start', async () => {
    github.fail('POST', 'drop-after');
    await create();
    await until(stateIs('unclear'));
    await ana.stop();
    ana = await open();
    await until(isLinked);
    expect(posts()).toBe(1);
  });

  test.each<[Fault, number]>([
    ['primary-limit', 600_000],
    ['secondary-limit', 60_000],
  ])('waits as long as GitHub says: %s', async (fault, wait) => {
    github.fail('POST', fault);
    await create();
    await until(() => posts() === 1);
    await until(stateIs('waiting'));
    await clock.advance(wait - 5_000);
    expect(posts()).toBe(1);
    await clock.advance(6_000);
    await until(isLinked);
    expect(github.issues).toHaveLength(1);
  });

  test.each<[Fault, string]>([
    ['bad-token', 'GitHub does not accept the token.'],
    ['no-right', 'This token may not write issues in acme/shop.'],
    ['not-found', 'GitHub shows this token no repository acme/shop.'],
    ['issues-off', 'Issues are switched off in acme/shop.'],
    ['spam', 'GitHub did not take the issue: Validation Failed.'],
  ])('is held with words for %s, and goes when it is asked again', async (fault, words) => {
    github.fail('POST', fault);
    await create();
    await until(stateIs('held'));
    expect((await view()).asked[0]?.message).toBe(words);
    await create();
    await until(isLinked);
    expect(github.issues).toHaveLength(1);
  });

  test('can be taken back while it waits', async () => {
    github.fail('GET', 'drop-before');
    await create();
    await until(() => github.requests.length === 1);
    await ana.command('github.forget-issue', { incident, followUp });
    await clock.advance(10 * MINUTE);
    expect((await view()).asked).toEqual([]);
    expect(github.issues).toEqual([]);
  });

  test('of a private incident is made only by somebody who says so', async () => {
    await ana.command('incident.set-private', { incident, private: true });
    const refused = await ana.refusal('command', 'github.create-issue', { incident, followUp });
    expect(refused.message).toContain('This incident is private');
    await ana.command('github.create-issue', { incident, followUp, private: true });
    await until(isLinked);
  });
});

describe('the check', () => {
  test('says who we are and makes nothing', async () => {
    expect(await ana.command('github.check', {})).toEqual({
      ...{ login: 'ana', repository: 'acme/shop', isPublic: false },
    });
    expect(github.issues).toEqual([]);
  });

  test.each<['GET' | 'POST', Fault, string]>([
    ['GET', 'not-found', 'GitHub shows this token no repository acme/shop.'],
    ['POST', 'no-right', 'This token may not write issues in acme/shop.'],
    ['POST', 'issues-off', 'Issues are switched off in acme/shop.'],
    ['GET', 'primary-limit', 'GitHub takes no more requests for 10 min.'],
    ['GET', 'server-error', 'GitHub cannot be reached.'],
    ['GET', 'portal', 'GitHub cannot be reached.'],
  ])('says what is in the way: %s %s', async (method, fault, words) => {
    github.fail(method, fault);
    expect((await ana.refusal('command', 'github.check', {})).message).toBe(words);
  });

  test('tells a token that ended, and a setting that is missing', async () => {
    await ana.command('github.set-token', { token: 'ghp_old' });
    const refused = await ana.refusal('command', 'github.check', {});
    expect(refused.message).toBe('GitHub does not accept the token.');
    await ana.command('github.set-token', { token: '' });
    expect((await ana.refusal('command', 'github.check', {})).message).toBe(
      'GitHub is not set up.',
    );
  });
});

test('the token is in no file, and a repository is one', async () => {
  await create();
  await until(isLinked);
  await ana.command('github.check', {});
  const log = JSON.stringify(ana.log);
  expect(log).not.toContain(GOOD_TOKEN);
  await ana.stop();
  for (const name of ['quarterdeck.db', 'journal.log']) {
    expect(readFileSync(join(profile.profile, name), 'latin1')).not.toContain(GOOD_TOKEN);
  }
  ana = await open();
  expect(
    (await ana.refusal('command', 'github.set-repository', { repository: 'shop' })).message,
  ).toBe('Enter it as owner/name, for example acme/shop.');
});
