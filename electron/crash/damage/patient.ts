import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '#shared/base/duration.ts';
import { createClock, type FakeClock } from '../../engine/testing/clock.ts';
import { memorySecrets, startDesktop, temporaryProfile } from '../../engine/testing/desktop.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../../localslack/workspace.ts';

export const TOKEN = 'xoxp-ana';
export const DATABASE = 'quarterdeck.db';
export const JOURNAL = 'journal.log';

/** A folder with work in it, to be damaged, and the Slack that holds most of the same. */
export type Patient = {
  readonly profile: string;
  readonly slack: Workspace;
  readonly clock: FakeClock;
  /** Texts that were written here, and of these the ones that Slack does not have. */
  readonly written: readonly string[];
  /** Texts that others wrote in Slack. */
  readonly heard: readonly string[];
  readonly remove: () => void;
};

/**
 * Makes a folder as a desk leaves it: two incidents in Slack, talk of others in one of them, and an
 * incident and notes that were made without a network.
 * @param leaving `quit`: all in one file; `cut off`: as a power cut leaves it, the last work in the WAL
 */
export async function makePatient(leaving: 'quit' | 'cut off'): Promise<Patient> {
  const clock = createClock();
  const slack = createWorkspace({ seed: SMALL_TEAM, clock, random: seededRandom(5) });
  const { profile, remove } = temporaryProfile();
  const net = { cut: false };
  const into = fetchInto(slack);
  const desk = await startDesktop({
    profile,
    clock,
    secrets: memorySecrets(TOKEN),
    fetch: (input, init) =>
      net.cut ? Promise.reject(new TypeError('fetch failed')) : into(input, init),
  });
  const written: string[] = [];
  const write = async (incident: Awaited<ReturnType<typeof desk.declare>>, text: string) => {
    written.push(text);
    await desk.command('note.add', { incident, entry: desk.id(), text });
  };
  await clock.advance(2 * SECOND);
  for (const name of ['Checkout is slow', 'Search is empty']) {
    const incident = await desk.declare(name);
    written.push(name);
    for (let i = 0; i < 12; i++) await write(incident, `${name}, note ${i} ${'é<&>'.repeat(30)}`);
    await desk.command('action.add', { incident, action: desk.id(), text: `Mend: ${name}` });
    await clock.advance(30 * SECOND);
  }
  const heard: string[] = [];
  const channel = slack.channels().find(({ name }) => name.startsWith('inc-'))?.id ?? '';
  for (let i = 0; i < 40; i++) {
    heard.push(`Ben saw thing ${i}`);
    slack.say('U0BEN000001', channel, `Ben saw thing ${i}`);
  }
  await clock.advance(60 * SECOND);
  net.cut = true;
  const alone = await desk.declare('The network is down');
  written.push('The network is down');
  for (let i = 0; i < 6; i++) await write(alone, `Alone, note ${i}`);
  await clock.advance(5 * SECOND);
  if (leaving === 'quit') {
    await desk.stop();
    return { profile, slack, clock, written, heard, remove };
  }
  // What a power cut leaves is what the files hold now; the rest of this process is not there then.
  const left = temporaryProfile();
  cpSync(profile, left.profile, { recursive: true });
  await desk.stop();
  remove();
  return { profile: left.profile, slack, clock, written, heard, remove: left.remove };
}

/** Every file of a folder with what stands in it. */
export function filesIn(profile: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path)] as const;
      }),
  );
}

/** Takes away what is there under a name, be it a file or a folder. */
export function takeAway(profile: string, ...names: readonly string[]): void {
  for (const name of names) {
    const path = join(profile, name);
    if (existsSync(path)) rmSync(path, { recursive: true });
  }
}
