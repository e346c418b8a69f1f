import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { openPage, textOn } from '../testing/post-mortem-page.ts';

let temporary: ReturnType<typeof temporaryProfile>;
let ana: Desktop;
let incident: IncidentId;
let text: string;

/** A document that was written in for an hour and more, and a Quarterdeck that has quit. */
beforeEach(async () => {
  temporary = temporaryProfile();
  ana = await startDesktop({ profile: temporary.profile });
  incident = await ana.declare('Slow');
  await ana.command('post-mortem.start', { incident });
  const page = await openPage(ana, incident);
  for (let minute = 0; minute < 60; minute++) {
    await page.write(`Minute ${minute}`);
    await ana.clock.advance(MINUTE + 1_000);
  }
  await page.write('And on');
  text = page.text();
  await ana.stop();
}, 60_000);
afterEach(async () => {
  await ana.stop();
  temporary.remove();
});

const again = async () => {
  ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
  return textOn(ana, incident);
};

function meddle(sql: string): void {
  const sqlite = new Sqlite(join(temporary.profile, 'quarterdeck.db'));
  sqlite.exec(sql);
  sqlite.close();
}

function copied(): number {
  const sqlite = new Sqlite(join(temporary.profile, 'quarterdeck.db'));
  const found = sqlite.prepare('SELECT texts FROM post_mortem_copy').get() as
    | { texts: string }
    | undefined;
  sqlite.close();
  return found === undefined ? 0 : (JSON.parse(found.texts) as string[]).length;
}

test('a document of many texts is one copy, which is trusted only while the log has all of it', async () => {
  expect(copied()).toBeGreaterThanOrEqual(50);
  expect(copied()).toBeLessThan(62);
  expect(await again()).toBe(text);
  await ana.stop();
  meddle(`UPDATE post_mortem_copy SET bytes = x'0101ff'`);
  expect(await again()).toBe(text);
  await ana.stop();
  // It was made anew, of more.
  expect(copied()).toBeGreaterThanOrEqual(60);
  meddle(`UPDATE post_mortem_copy SET texts = json_insert(texts, '$[#]', 'post_mortem_text:GONE')`);
  expect(await again()).toBe(text);
});
