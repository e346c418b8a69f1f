import { describe, expect, onTestFinished, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { ContractReply } from '#shared/contract/envelope.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { examine } from '../../engine/doctor/doctor.ts';
import { type Engine, startEngine } from '../../engine/engine.ts';
import { closeDatabase, openDatabase } from '../../engine/store/database.ts';
import { memorySecrets } from '../../engine/testing/desktop.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { derivedTables } from '../../engine/testing/tables.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { auditFolder, auditHeard, auditSlack, checkJournal } from '../audit.ts';
import { amount } from '../processes/options.ts';
import { DAMAGES, type Damage } from './damages.ts';
import { filesIn, makePatient, type Patient, TOKEN } from './patient.ts';

/** What a person is told, at the start or by what they open first. */
type Life = { readonly refusal: ContractError | null; readonly asksForRestart: boolean };

/** Starts on the folder, opens the Desk, lets everything come to rest with Slack, and quits. */
async function live({ profile, slack, clock }: Patient, first = 'desk'): Promise<Life> {
  const started = await startEngine({
    clock,
    random: seededRandom(77),
    profile,
    secrets: memorySecrets(TOKEN),
    fetch: fetchInto(slack),
    slackApiUrl: null,
    log: () => undefined,
    loginName: 'ana',
    zone: () => 'UTC',
    version: '0.0.0-test',
  });
  if (!started.ok) return { refusal: started.error, asksForRestart: false };
  const engine = started.value;
  const desk = () => engine.handle({ id: 1, kind: 'query', name: 'desk', input: {} });
  const opened = await desk();
  await clock.advance(300 * SECOND);
  const reply = first === 'desk' ? await desk() : await addNote(engine, opened);
  const stopped = engine.stop();
  await clock.advance(5 * SECOND);
  await stopped;
  const notice = reply.type === 'result' ? Object(reply.output).notice?.hint : '';
  const refusal = reply.type === 'error' ? reply.error : null;
  const words = `${notice} ${refusal?.hint}`;
  return { refusal, asksForRestart: words.includes('start it again') };
}

/** What a person does next: writes into the first incident of the Desk. */
function addNote(engine: Engine, desk: ContractReply): Promise<ContractReply> {
  const incident = desk.type === 'result' ? Object(desk.output).active[0]?.id : null;
  const input = { incident, entry: '01K00000000000000000000000', text: 'Still there?' };
  return engine.handle({ id: 2, kind: 'command', name: 'note.add', input });
}

/** Starts as often as Quarterdeck itself asks for it. */
async function liveOn(patient: Patient): Promise<Life> {
  let life = await live(patient);
  for (let i = 0; life.asksForRestart && i < 3; i++) life = await live(patient);
  return life;
}

/** What people here wrote and cannot be read any more. */
function unreadable(profile: string, texts: readonly string[]): readonly string[] {
  const opened = openDatabase(profile);
  if (!opened.ok) return [opened.error.message];
  const shown = JSON.stringify(derivedTables(opened.value));
  closeDatabase(opened.value);
  return texts.filter((text) => !shown.includes(JSON.stringify(text).slice(1, -1)));
}

/** Everything written here is there, shown, and in Slack once; so is everything others wrote. */
function findLosses({ profile, slack, written, heard }: Patient): readonly string[] {
  return [
    ...auditFolder(profile, []),
    ...unreadable(profile, written).map((text) => `lost: ${text.slice(0, 30)}`),
    ...auditHeard(profile, heard),
    ...checkJournal(profile),
    ...auditSlack(slack, []),
  ];
}

async function suffer(damage: Damage): Promise<Patient> {
  const patient = await makePatient(damage.leaving);
  onTestFinished(patient.remove);
  damage.happen(patient.profile);
  return patient;
}

/** Neighbours in the list are alike: each second one is a sample of all. */
const GONE_THROUGH = DAMAGES.filter((_, i) => i % amount({ few: 2, some: 1, all: 1 }) === 0);
process.stdout.write(`damage: ${GONE_THROUGH.length} of ${DAMAGES.length} kinds\n`);

const ending = (ends: Damage['ends']) => GONE_THROUGH.filter((damage) => damage.ends === ends);

/** Texts that stand in none of the folder's files, under whatever name. */
function gone({ profile, written }: Patient): readonly string[] {
  const files = [...filesIn(profile).values()];
  return written.filter((text) => !files.some((bytes) => bytes.includes(text)));
}

describe('mends itself, and what people and Slack wrote is all there', () => {
  test.each(ending('mended'))('$leaving, and $what', async (damage) => {
    const patient = await suffer(damage);
    const { refusal } = await liveOn(patient);
    expect({ refusal, losses: findLosses(patient) }).toEqual({ refusal: null, losses: [] });
  });
});

describe('is mended by the doctor, and what people and Slack wrote is all there', () => {
  test.each(ending('by doctor'))('$leaving, and $what', async (damage) => {
    const patient = await suffer(damage);
    await liveOn(patient);
    const report = await examine(patient.profile, patient.clock.now(), seededRandom(3));
    // Which page it hits, and so whether a start has mended it before, changes with the schema.
    expect(report.ok && report.value.state).toMatch(/repaired|sound/);
    const { refusal } = await liveOn(patient);
    expect({ refusal, losses: findLosses(patient) }).toEqual({ refusal: null, losses: [] });
  });
});

describe('is told in words, and the file is kept', () => {
  test.each(ending('told'))('$leaving, and $what', async (damage) => {
    const patient = await suffer(damage);
    const { refusal } = await live(patient, 'note');
    expect(refusal?.message).toMatch(/^[A-Z].*\.$/s);
    expect(refusal?.hint).toMatch(/^[A-Z].*\.$/s);
    expect(refusal?.code).not.toBe('internal');
    expect(gone(patient)).toEqual([]);
  });
});

describe('costs only what stood in no sound record', () => {
  test.each(ending('part lost'))('$leaving, and $what', async (damage) => {
    const patient = await suffer(damage);
    const { refusal } = await liveOn(patient);
    expect(refusal).toBeNull();
    const inSlack = patient.written.filter((text) => !/Alone|network is down/.test(text));
    expect(unreadable(patient.profile, inSlack)).toEqual([]);
    expect(auditFolder(patient.profile, [])).toEqual([]);
    expect(auditSlack(patient.slack, [])).toEqual([]);
  });
});
