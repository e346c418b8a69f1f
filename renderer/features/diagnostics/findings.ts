import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';

/** Something that is not as it should be, in words, and where it can be looked after. */
export type Finding = {
  readonly words: string;
  readonly way: { readonly name: string; readonly to: string } | null;
};

/** A clock this far off makes times wrong that people read. */
const CLOCK_OFF_MS = 30 * SECOND;
/** Without a backup for so long, something keeps it from being taken. */
const BACKUP_LATE_MS = 30 * MINUTE;
/** What a person has felt; what is merely slow stands with the figures. */
const FELT_MS = 500;

const QUEUE = { name: 'Show what waits', to: '#/queue' };
const SETTINGS = { name: 'Open Settings', to: '#/settings' };

/** What stands out, the most pressing first. */
export function findingsOf(found: DiagnosticsViewT): readonly Finding[] {
  return [...ofConnection(found), ...ofQueue(found), ...ofComputer(found)];
}

function ofConnection(found: DiagnosticsViewT): Finding[] {
  const { connection, clockOffset, calls, carrier, tokenKeeping } = found;
  const limited = calls.reduce((sum, one) => sum + one.limited, 0);
  const off = Math.abs(clockOffset);
  return [
    ...one(connection.state === 'refused', 'Slack refuses this desktop.', SETTINGS),
    ...one(connection.state === 'offline', 'Slack cannot be reached. It is tried again by itself.'),
    ...one(
      limited > 0,
      `Slack asked for a pause ${times(limited)} since the start. What waits is sent after it.`,
    ),
    ...one(
      off >= CLOCK_OFF_MS,
      `This computer’s clock is ${duration(off)} ${clockOffset > 0 ? 'behind' : 'ahead of'} Slack’s. Times here are put right by it.`,
    ),
    ...one(
      carrier !== null && tokenKeeping !== 'keychain',
      'No keychain holds your sign-in: Slack asks again after each start.',
      SETTINGS,
    ),
  ];
}

function ofQueue({ outbox, quarantine, spans }: DiagnosticsViewT): Finding[] {
  const aside = quarantine.reduce((sum, { count }) => sum + count, 0);
  const failed = spans.filter(({ outcome }) => outcome === 'failed').length;
  return [
    ...one(outbox.parked > 0, `${changes(outbox.parked)} held back until you decide.`, QUEUE),
    ...one(
      outbox.unknown > 0,
      `${changes(outbox.unknown)} sent, without an answer yet. Slack is read before anything is sent again.`,
      QUEUE,
    ),
    ...one(aside > 0, `${messages(aside)} not understood in Slack, and set aside.`),
    ...one(failed > 0, 'Sending failed inside Quarterdeck. The log has the place.'),
  ];
}

function ofComputer({ slow, files, startedAt, readAt }: DiagnosticsViewT): Finding[] {
  const [slowest] = slow;
  const backedUpAt = files.newestBackupAt ?? 0;
  const isLate = readAt - Math.max(startedAt, backedUpAt) > BACKUP_LATE_MS;
  return [
    ...one(
      slowest !== undefined && slowest.longest > FELT_MS,
      `The database took up to ${duration(slowest?.longest ?? 0)} for one statement.`,
    ),
    ...one(files.newestBackupAt === null && isLate, 'There is no backup yet.'),
  ];
}

const one = (is: boolean, words: string, way: Finding['way'] = null): Finding[] =>
  is ? [{ words, way }] : [];

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const changes = (count: number) =>
  count === 1 ? '1 change is' : `${count.toLocaleString('en')} changes are`;
const messages = (count: number) =>
  count === 1 ? '1 message was' : `${count.toLocaleString('en')} messages were`;

/** `40 ms`, `1.2 s`, `3 min`, `2 h`. */
export function duration(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`;
  const minutes = Math.round(ms / MINUTE);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** `0.4 MB`; what is not there is said so. */
export function size(bytes: number | null): string {
  return bytes === null ? 'none' : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
