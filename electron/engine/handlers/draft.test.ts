import { afterEach, expect, test } from 'vitest';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

const { profile, remove } = temporaryProfile();
let ana: Desktop;
afterEach(async () => {
  await ana.stop();
  remove();
});

test('what is being written outlives the desktop, to the last character, until it is sent', async () => {
  ana = await startDesktop({ profile });
  await ana.command('draft.keep', { key: 'note 1', text: '  half a \u{1f469}\n ' });
  await ana.command('draft.keep', { key: 'note 2', text: 'x' });
  await ana.command('draft.keep', { key: 'note 2', text: '' });
  await ana.stop();
  ana = await startDesktop({ profile });
  const { items } = await ana.query('drafts', {});
  expect(items).toEqual([{ key: 'note 1', text: '  half a \u{1f469}\n ' }]);
});
