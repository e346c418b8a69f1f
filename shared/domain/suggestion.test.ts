import { describe, expect, test } from 'vitest';
import { type Scored, type SuggestionKind, suggest } from './suggestion.ts';

const said = (text: string, more: Partial<Scored> = {}): Scored => ({
  ...{ text, hasImage: false, isPinned: false, reactions: 0 },
  ...more,
});

const MESSAGES: readonly (readonly [SuggestionKind, string])[] = [
  ['mitigation', 'Rolled back to 41f2, watching now'],
  ['mitigation', 'rolling back the payments deploy'],
  ['mitigation', 'I reverted the config change'],
  ['mitigation', 'restarted db-2, connections are draining'],
  ['mitigation', 'Scaled up the workers from 6 to 20'],
  ['mitigation', 'failed over to the replica in eu-central'],
  ['mitigation', 'disabled the recommendations widget behind the feature flag'],
  ['mitigation', 'hotfix is live in all regions'],
  ['mitigation', 'looks back to normal on my side'],
  ['mitigation', 'We purged the CDN cache'],
  ['decision', 'Let’s roll back and look at it tomorrow'],
  ['decision', 'We decided to wait for the vendor'],
  ['decision', 'ok going with option B, fail forward'],
  ['decision', 'Any strong objections to taking eu-west out of rotation?'],
  ['decision', 'we agreed to keep the old pool until Monday'],
  ['hypothesis', 'I think the connection pool is exhausted'],
  ['hypothesis', 'my hunch: the new image has no IPv6'],
  ['hypothesis', 'this started right after the 14:02 deploy'],
  ['hypothesis', 'could be a memory leak in the new parser'],
  ['hypothesis', 'it is probably related to the cert rotation'],
  ['hypothesis', 'DNS ruled out, resolvers answer fine'],
  ['hypothesis', 'The root cause is the missing index'],
  ['evidence', 'p99 latency went from 200ms to 4s at 02:00'],
  ['evidence', '5xx only from eu-west, error rate at 34%'],
  ['evidence', 'seeing lots of timeouts in the logs: ```ECONNRESET at pool.js:41```'],
  ['evidence', '<https://grafana.acme.test/d/1?from=now-1h|checkout errors>'],
  ['evidence', 'CPU on db-2 spiked to 100% and stays there'],
  ['evidence', 'logs show 503s, only on shard 7'],
  ['impact', 'Customers report they can’t check out'],
  ['impact', 'about 30% of requests fail for EU users'],
  ['impact', 'support has 40 tickets from merchants who are unable to log in'],
  ['impact', 'all users in APAC are affected'],
  ['impact', 'some people were double charged'],
  ['impact', 'no data loss as far as we can see'],
];

describe('a message', () => {
  test.each(MESSAGES)('looks like %s: %s', (kind, text) => {
    expect(suggest(said(text))?.kind).toBe(kind);
  });

  test.each([
    'thanks!',
    'ok on it',
    'joining in 5',
    'who is the lead?',
    'can someone add me to the bridge',
    'hi all, catching up',
    'lunch?',
    '<@U0BEN000001> are you around',
    'good morning, any news',
    'I am on the train until 10, on my phone',
    'https is spelled that way',
    '+1',
    '',
  ])('is talk: %s', (text) => {
    expect(suggest(said(text))).toBeNull();
  });

  test('says why', () => {
    expect(suggest(said('rolled back 41f2, errors are gone'))).toEqual({
      kind: 'mitigation',
      score: 6,
      reasons: ['mentions rollback', 'says that it recovers'],
    });
    const graph = suggest(said('look at this', { hasImage: true, reactions: 3, isPinned: true }));
    expect(graph?.reasons).toEqual(['has an image', 'was pinned', 'has reactions']);
  });

  test('that was pinned and says nothing is not made into something', () => {
    expect(suggest(said('the bridge is open', { isPinned: true, reactions: 9 }))).toBeNull();
  });

  test('is not misled by the letters of an address or a mention', () => {
    expect(suggest(said('<https://acme.test/rollback-policy|policy>'))).toBeNull();
    expect(suggest(said('<#C1|rollback-errors> is the channel'))).toBeNull();
  });

  test('is read from its beginning, however long it is', () => {
    const log = 'x '.repeat(20_000);
    expect(suggest(said(`rolled back ${log}`))?.kind).toBe('mitigation');
    expect(suggest(said(`${log} rolled back`))).toBeNull();
  });
});
