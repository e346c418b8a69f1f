import { beforeEach, describe, expect, test } from 'vitest';
import { ANA, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

const channel = GENERAL;
let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

describe('a fault', () => {
  test('hits the calls it is meant for, as often as it says', async () => {
    const { slack, ana, ben } = team;
    slack.faults.add({
      method: 'auth.test',
      token: 'xoxp-ana',
      kind: 'error',
      error: 'fatal_error',
      skip: 1,
      times: 2,
    });
    const outcomes: string[] = [];
    for (let i = 0; i < 5; i++) outcomes.push(await refusal(ana.auth.test()));
    expect(outcomes).toEqual(['ok', 'fatal_error', 'fatal_error', 'ok', 'ok']);
    expect(await refusal(ben.auth.test())).toBe('ok');
  });

  test('for any method hits whatever comes next', async () => {
    team.slack.faults.add({ method: '*', kind: 'status', status: 500 });
    expect(await refusal(team.ana.users.list({}))).toBe('slack_webapi_http_error');
    expect(await refusal(team.ana.users.list({}))).toBe('ok');
  });

  test('is gone when cleared', async () => {
    team.slack.faults.add({ method: '*', kind: 'drop-before' });
    team.slack.faults.clear();
    expect(await refusal(team.ana.auth.test())).toBe('ok');
  });
});

describe('a reader that lags', () => {
  const texts = async () => {
    const { messages = [] } = await team.ben.conversations.history({ channel });
    return messages.map(({ text }) => text);
  };

  test('sees posts, edits, reactions and deletions late', async () => {
    const ana = team.slack.as(ANA);
    const kept = ana.post('general', 'kept');
    const gone = ana.post('general', 'gone');
    team.clock.advance(10_000);
    team.slack.faults.setLag(2_000);
    ana.edit('general', kept, 'changed');
    ana.react('general', kept, 'eyes');
    ana.remove('general', gone);
    ana.post('general', 'new');
    expect(await texts()).toEqual(['gone', 'kept']);
    team.clock.advance(1_999);
    expect(await texts()).toEqual(['gone', 'kept']);
    team.clock.advance(1);
    expect(await texts()).toEqual(['new', 'changed']);
  });

  test('sees every state in its turn', async () => {
    const ana = team.slack.as(ANA);
    team.slack.faults.setLag(2_000);
    const ts = ana.post('general', 'one');
    for (const text of ['two', 'three']) {
      team.clock.advance(1_000);
      ana.edit('general', ts, text);
    }
    expect(await texts()).toEqual(['one']);
    team.clock.advance(1_000);
    expect(await texts()).toEqual(['two']);
    team.clock.advance(1_000);
    expect(await texts()).toEqual(['three']);
  });

  test('may be a single call', async () => {
    team.slack.as(ANA).post('general', 'new');
    team.slack.faults.add({ method: 'conversations.history', kind: 'stale', ms: 1_000 });
    expect(await texts()).toEqual([]);
    expect(await texts()).toEqual(['new']);
  });

  test('does not see the replies either', async () => {
    const root = team.slack.as(ANA).post('general', 'root');
    team.clock.advance(5_000);
    team.slack.as(ANA).reply('general', root, 'reply');
    team.slack.faults.setLag(1_000);
    const { messages } = await team.ben.conversations.history({ channel });
    expect(messages?.[0]).not.toHaveProperty('reply_count');
  });
});
